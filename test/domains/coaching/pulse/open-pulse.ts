import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PulseRequest } from '../../../../src/contract/index.ts';
import { createPulseService, type PulseService } from '../../../../src/domains/coaching/index.ts';
import type { PulseAnswers, PulseScore } from '../../../../src/domains/coaching/pulse/types.ts';
import { quotasOf } from '../../../../src/domains/quota/index.ts';
import { createSealer, openPortalSealer } from '../../../../src/install/index.ts';
import { forPortal as installOf } from '../../../../src/install/store.ts';
import type { Portal } from '../../../../src/kernel/portal.ts';
import { directoryOf } from '../../../../src/mirror/index.ts';
import type { Tables } from '../../../../src/store/index.ts';

export const portalId = 62_515;
const sealer = createSealer([{ id: 'k1', key: randomBytes(32) }]);
const connectedAt = new Date('2026-01-02T10:00:00Z');

/** Everybody with their manager, by owner id; a user's id is the owner's with a 1 before it. */
export type Hierarchy = Readonly<Record<string, string | null>>;

export const userOf = (ownerId: string): string => `1${ownerId}`;

/** Nothing but a portal with people in a hierarchy. */
export async function connectPeople(db: Kysely<Tables>, hierarchy: Hierarchy): Promise<Portal> {
  const install = installOf(db, portalId);
  await install.connect(
    { name: 'P', timeZone: 'Europe/Berlin', companyCurrency: 'EUR', installedBy: '1999', scopes: [] },
    { access: 'a', refresh: 'r', expiresAt: connectedAt },
    connectedAt,
  );
  await directoryOf(db, portalId).saveOwners(
    Object.keys(hierarchy).map((id) => ({
      id,
      userId: userOf(id),
      email: `${id}@example.com`,
      name: `Person ${id}`,
      archived: false,
      teamId: null,
    })),
  );
  await saveHierarchy(db, hierarchy);
  return (await install.read())!;
}

export async function saveHierarchy(db: Kysely<Tables>, hierarchy: Hierarchy): Promise<void> {
  await quotasOf(db, portalId).savePeople(
    Object.entries(hierarchy).map(([ownerId, managerId]) => ({
      ownerId,
      managerId,
      teamId: null,
      startsOn: null,
      endsOn: null,
      rampMonths: 0,
    })),
  );
}

export interface OpenPulse {
  readonly pulse: PulseService;
  /** What the next answers draw; without any, the answer is kept as it is. */
  readonly draws: number[];
  goTo(day: string): void;
  change(ownerId: string, request: PulseRequest): ReturnType<PulseService['change']>;
  view(ownerId: string): ReturnType<PulseService['view']>;
  /** Says yes and answers; fails the test where that is refused. */
  takePart(ownerId: string, score: PulseScore | PulseAnswers, draw?: number): Promise<void>;
  switch(isOn: boolean): Promise<void>;
}

export const alike = (score: PulseScore): PulseAnswers => ({
  expectations: score,
  growth: score,
  candour: score,
});

/** The pulse over any store, a transaction too, on a day and with draws that the test says. */
export function openPulse(db: Kysely<Tables>, portal: Portal): OpenPulse {
  let now = new Date('2026-11-24T10:00:00Z');
  const draws: number[] = [];
  const pulse = createPulseService({
    db,
    clock: { now: () => now },
    realClock: { now: () => new Date() },
    openSealer: (id) => openPortalSealer({ db, sealer }, id),
    draw: () => draws.shift() ?? 14,
  });
  const caller = (ownerId: string) => ({ portal, userId: userOf(ownerId), isOps: false });
  const open: OpenPulse = {
    pulse,
    draws,
    goTo: (day) => (now = new Date(`${day}T10:00:00Z`)),
    change: (ownerId, request) => pulse.change(caller(ownerId), request),
    view: (ownerId) => pulse.view(caller(ownerId)),
    async takePart(ownerId, score, draw = 14) {
      draws.push(draw);
      const answers = typeof score === 'number' ? alike(score) : score;
      for (const request of [{ change: 'consent' }, { change: 'answer', answers }] as const) {
        const done = await open.change(ownerId, request);
        if (!done.ok) throw new Error(`${ownerId}: ${done.failure.message}`);
      }
    },
    async switch(isOn) {
      await pulse.switch.choose({ portal, userId: '1999', isOps: true }, { isOn });
    },
  };
  return open;
}
