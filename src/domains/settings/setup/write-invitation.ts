/** Words for ops to send; they name nobody and promise nothing that the cards do not show. */
export function writeInvitation(portalName: string): string {
  return [
    `Sideline is connected to ${portalName}.`,
    'Open any deal of your team: the Sideline card shows where its owner stands against quota, what the deal adds, and how likely it is to be won this period, judged by our own history.',
    'You see the figures of the people who report to you. They see their own. Under "About me" in the Sideline settings everybody reads what is held on them and who can see it.',
  ].join('\n\n');
}
