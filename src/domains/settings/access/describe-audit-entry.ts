const sentences: Readonly<Record<string, string>> = {
  'change people': 'Changed who reports to whom, teams or dates of work',
  'type quotas': 'Typed quotas',
  'accept suggested quotas': 'Took suggested quotas over',
  'paste quotas': 'Pasted quotas from a file',
  'grant role': 'Made somebody ops',
  'claim role': 'Became ops as a super admin of HubSpot',
  'withdraw role': 'Took ops from somebody',
  'choose calendar': 'Changed the fiscal calendar',
  'choose pipelines': 'Chose which pipelines count',
  'choose sharing level': 'Chose who may read attainment',
  'confirm step': 'Ticked a step of the set-up',
  'pause writing': 'Paused writing to HubSpot',
  'resume writing': 'Let writing to HubSpot go on',
  'start writing': 'Said yes to writing to HubSpot',
  'remove properties': 'Took the properties out of HubSpot',
  'retry writes': 'Had refused writes sent again',
  'check again': 'Had everything read again',
  'export person': 'Exported what is held on a person',
  'send person coaching': 'Sent a person a sealed copy of their coaching',
  'collect coaching copy': 'Opened the copy of their coaching',
  'withdraw coaching copy': 'Withdrew a person’s copy: data in it was erased',
  'choose coaching retention': 'Chose how long coaching is kept',
  'erase old coaching': 'Erased coaching that had been kept long enough',
  'close calibrations': 'Asked nobody any more to score what was open long enough',
  'hand coaching on': 'Opened coaching of former managers to the present one',
  'take coaching back': 'Closed it again',
  'export portal': 'Exported the settings',
  'erase person': 'Erased a person',
  'disconnect portal': 'Disconnected the account',
  'switch pulse': 'Switched the pulse on or off',
  'choose impact metric': 'Chose the metric by which coaching is judged',
  'publish rubric': 'Published a rubric',
  'withdraw rubric': 'Took a rubric out of use',
  'request coaching': 'A workflow asked for coaching',
  'switch property': 'Switched a property on or off',
  'switch feature': 'Switched a feature on or off',
  'choose coaching policy': 'Chose how coaching is done',
  'share coaching note': 'Shared a coaching note',
  'keep coaching note': 'Kept a coaching note private',
  'discard coaching note': 'Threw a coaching note away',
  'acknowledge coaching note': 'Answered a coaching note',
  'add to coaching note': 'Added to a coaching note',
  'add line to 1:1': 'Added to their next 1:1',
  'hand line on': 'Let their manager read something on their next 1:1',
  'withdraw line from 1:1': 'Took something off their next 1:1',
  'finish action': 'Finished an action of coaching',
  'reopen action': 'Opened an action of coaching again',
  'mark risk as wrong': 'Marked a reason of risk as wrong',
  'accept risk again': 'Let a reason of risk count again',
  'record 1:1': 'Recorded a 1:1',
  'skip 1:1': 'Skipped a 1:1',
  'move 1:1': 'Moved a 1:1',
  'set 1:1 cadence': 'Set how often a 1:1 is held',
};

/** What an entry says in words; an action that has none yet is shown as it is called. */
export function describeAuditAction(action: string): string {
  return sentences[action] ?? `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
}

const LONGEST = 300;

/** The details as one line of `name: value`, numbers of people replaced by their names where they are known. */
export function describeAuditDetails(
  details: Readonly<Record<string, unknown>>,
  nameOf: (id: string) => string | undefined,
): string {
  const show = (value: unknown): string => {
    if (Array.isArray(value))
      return value.length > 3 ? `${value.length} entries` : value.map(show).join('; ');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .filter(([, each]) => each !== null)
        .map(([name, each]) => `${name} ${show(each)}`)
        .join(', ');
    return (typeof value === 'string' ? nameOf(value) : undefined) ?? String(value);
  };
  const text = Object.entries(details)
    .map(([name, value]) => `${name}: ${show(value)}`)
    .join(' · ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
