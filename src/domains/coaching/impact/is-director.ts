/** Whether somebody has managers below them, at whatever depth: a report of theirs has reports. */
export function isDirector(ownerId: string, managerOf: ReadonlyMap<string, string | null>): boolean {
  return [...managerOf].some(
    ([report, manager]) => manager === ownerId && report !== ownerId && hasReports(report, managerOf),
  );
}

function hasReports(ownerId: string, managerOf: ReadonlyMap<string, string | null>): boolean {
  return [...managerOf].some(([report, manager]) => manager === ownerId && report !== ownerId);
}
