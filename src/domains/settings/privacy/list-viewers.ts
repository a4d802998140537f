/** Somebody who sees a person's figures, and since when it has been so. */
export interface Viewer {
  readonly ownerId: string;
  /** How many steps above: 1 is the manager. */
  readonly steps: number;
  readonly since: Date;
}

/**
 * Who stands above a person, the nearest first. Somebody two steps up sees the figures since both steps hold. A loop ends
 * the walk.
 */
export function listViewers(
  ownerId: string,
  reports: ReadonlyMap<string, { readonly managerId: string | null; readonly since: Date }>,
): Viewer[] {
  const viewers: Viewer[] = [];
  const seen = new Set([ownerId]);
  let [each, since] = [ownerId, new Date(0)];
  for (;;) {
    const report = reports.get(each);
    const managerId = report?.managerId ?? null;
    if (report === undefined || managerId === null || seen.has(managerId)) return viewers;
    seen.add(managerId);
    since = report.since > since ? report.since : since;
    viewers.push({ ownerId: managerId, steps: viewers.length + 1, since });
    each = managerId;
  }
}
