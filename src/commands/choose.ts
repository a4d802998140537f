import type { Sideline } from '../compose.ts';
import { forPortal as installOf } from '../install/index.ts';
import type { Portal, SharingLevel } from '../kernel/portal.ts';
import { choosePortal } from './choose-portal.ts';

export interface Choice {
  readonly sharing: string | null;
  readonly period: string | null;
  readonly fiscalStart: number | null;
  readonly portalId: number | null;
}

const levels: readonly string[] = ['everyone', 'team', 'cards'] satisfies SharingLevel[];
const periods: readonly string[] = ['month', 'quarter'] satisfies Portal['periodKind'][];

/**
 * `sideline choose`: what ops decides for a portal: who may read attainment from properties, the period, the month in which the
 * fiscal year starts. The next sync carries it out; other periods need all deals read again.
 */
export async function choose(sideline: Sideline, choice: Choice): Promise<void> {
  const { sharing, period, fiscalStart } = choice;
  if (sharing === null && period === null && fiscalStart === null) {
    throw new Error('Say what to choose: --sharing, --period or --fiscal-start.');
  }
  if (sharing !== null && !levels.includes(sharing))
    throw new Error(`--sharing is one of ${levels.join(', ')}.`);
  if (period !== null && !periods.includes(period))
    throw new Error(`--period is one of ${periods.join(', ')}.`);
  if (fiscalStart !== null && fiscalStart > 12) throw new Error('--fiscal-start is a month, 1 to 12.');
  const portalId = await choosePortal(sideline, choice.portalId);
  await installOf(sideline.database.db, portalId).choose({
    ...(sharing !== null && { sharingLevel: sharing as SharingLevel }),
    ...(period !== null && { periodKind: period as Portal['periodKind'] }),
    ...(fiscalStart !== null && { fiscalStartMonth: fiscalStart }),
  });
  const { portal } = await sideline.syncOf(portalId);
  process.stdout.write(
    `${portal.name}: sharing ${portal.sharingLevel}, by ${portal.periodKind}, fiscal year from month ${portal.fiscalStartMonth}. The next sideline sync carries it out.\n`,
  );
}
