import type { RecordEvent } from '../../hubspot/index.ts';

/**
 * Whether an event only reports what we wrote ourselves. Source and property must both fit: an admin's edit of a
 * Sideline property is no echo, and neither is another app's edit of anything.
 */
export function isOwnEcho(
  event: Pick<RecordEvent, 'changeSource' | 'sourceId' | 'propertyName'>,
  appId: number,
  ownNames: ReadonlySet<string>,
): boolean {
  return (
    event.changeSource === 'INTEGRATION' &&
    event.sourceId === String(appId) &&
    event.propertyName !== undefined &&
    ownNames.has(event.propertyName)
  );
}
