import { managersAbove } from '../../quota/index.ts';

/** Somebody who sees a person's figures, and since when it has been so. */
export interface Viewer {
  readonly ownerId: string;
  /** How many steps above: 1 is the manager. */
  readonly steps: number;
  readonly since: Date;
}

/** Who stands above a person, the nearest first. Somebody two steps up sees the figures since both steps hold. */
export function listViewers(
  ownerId: string,
  reports: ReadonlyMap<string, { readonly managerId: string | null; readonly since: Date }>,
): Viewer[] {
  const managerOf = { get: (each: string) => reports.get(each)?.managerId };
  const viewers: Viewer[] = [];
  let [below, since] = [ownerId, new Date(0)];
  for (const managerId of managersAbove(ownerId, managerOf)) {
    const step = reports.get(below);
    if (step && step.since > since) since = step.since;
    viewers.push({ ownerId: managerId, steps: viewers.length + 1, since });
    below = managerId;
  }
  return viewers;
}
