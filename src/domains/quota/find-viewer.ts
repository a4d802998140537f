/** The active person behind a HubSpot user, or null: an accountant owns nothing, and somebody who has left sees nothing. */
export function findViewer<Person extends { readonly userId: string | null; readonly archived: boolean }>(
  people: readonly Person[],
  userId: string,
): Person | null {
  return people.find((person) => person.userId === userId && !person.archived) ?? null;
}
