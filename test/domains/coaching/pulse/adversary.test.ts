import { sql } from 'kysely';
import { auditOf } from '../../../../src/access/index.ts';
import { heldCoachingOf } from '../../../../src/domains/coaching/index.ts';
import type { PulseAnswers, PulseScore } from '../../../../src/domains/coaching/pulse/types.ts';
import { forPortal as heldOf } from '../../../../src/domains/settings/privacy/store.ts';
import { inTransaction, type OpenDatabase, type Tables } from '../../../../src/store/index.ts';
import type { Portal } from '../../../../src/kernel/portal.ts';
import { openTestStore } from '../../../support/open-test-store.ts';
import { alike, connectPeople, openPulse, portalId, type Hierarchy, type OpenPulse } from './open-pulse.ts';
import type { Kysely } from 'kysely';

/*
 * Somebody who knows everybody else's answers, and even their draws, reads everything that the service shows to anybody but the
 * last person, at every level and in every quarter. For each way in which the last person may answer, the service itself is run
 * once for each of the 15 draws, all as likely: how often it shows what is thus exact, over 15. What the others draw does not
 * depend on the last person, so that a bound that holds for every draw of theirs holds over all.
 */
//  company 100 ─ director 110 ─ manager 200 ─ seven reps and the last one;  110 ─ manager 210 ─ two reps
const others = ['301', '302', '303', '304', '305', '306', '307'];
const last = '399';
const across = ['401', '402'];
const hierarchy: Hierarchy = {
  '100': null,
  '110': '100',
  '200': '110',
  '210': '110',
  ...Object.fromEntries([...others, last].map((id) => [id, '200'])),
  ...Object.fromEntries(across.map((id) => [id, '210'])),
};
/** One of each place in the hierarchy: colleagues of one place are shown the same, but for their own answers. */
const everybodyElse = ['100', '110', '200', '210', '301', '401'];

let store: OpenDatabase;
let portal: Portal;
beforeAll(async () => {
  store = await openTestStore();
  portal = await connectPeople(store.db, hierarchy);
});
afterAll(() => store.close());

/** Everything that somebody else can get hold of without the portal's key. */
async function collect(trx: Kysely<Tables>, open: OpenPulse): Promise<unknown[]> {
  const views = [];
  for (const id of everybodyElse) views.push(await open.view(id));
  const rows = [];
  for (const [table, columns] of [
    ['pulse_setting', 'is_on::text'],
    ['pulse_round', "quarter_key || ' ' || is_closed"],
    ['pulse_group', "quarter_key || ' ' || manager_id || ' ' || coalesce(word, '')"],
    ['pulse_member', "quarter_key || ' ' || manager_id || ' ' || member_id"],
    ['pulse_consent', 'person_tag'],
    ['pulse_answer', "quarter_key || ' ' || person_tag || ' ' || (sealed_score is null)"],
    ['answered_request', 'digest'],
    ['coaching_line', 'rep_id'],
  ] as const)
    rows.push(await sql`select ${sql.raw(columns)} as seen from ${sql.table(table)} order by 1`.execute(trx));
  return [
    views,
    rows.map((each) => each.rows),
    await open.pulse.switch.read({ portal, userId: '1999', isOps: true }),
    await heldCoachingOf(trx, portalId).list(last),
    await heldOf(trx, portalId).readHeld(last, `1${last}`),
    await heldOf(trx, portalId).readSettings(),
    (await auditOf(trx, portalId).listBefore(null, 1_000)).map(({ userId, action, details }) => [
      userId,
      action,
      details,
    ]),
  ];
}

class Undone extends Error {}

interface World {
  /** The others' own scores, in the order of `answering`, with what each draws. */
  readonly scores: readonly PulseScore[];
  readonly draws: readonly number[];
}
const answering = [...others, ...across, '110'];

/** What is shown during the quarter, once it is over, and after the next one, in which the last person is silent. */
async function show(trx: Kysely<Tables>, open: OpenPulse, answers: PulseAnswers, draw: number) {
  const shown: unknown[] = [];
  await open.takePart(last, answers, draw);
  shown.push(await collect(trx, open));
  open.goTo('2027-01-01');
  await open.pulse.rounds.tend(portal);
  shown.push(await collect(trx, open));
  return JSON.stringify(shown);
}

/** Over everything that may be shown: in how many of the 15 draws, for each way to answer. */
async function enumerate(world: World, ways: readonly PulseAnswers[]): Promise<Map<string, number>[]> {
  const counts: Map<string, number>[] = [];
  const undo = (work: (trx: Kysely<Tables>) => Promise<unknown>, db: Kysely<Tables>) =>
    inTransaction(db, async (trx) => {
      await work(trx);
      throw new Undone();
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  await undo(async (trx) => {
    const open = openPulse(trx, portal);
    await open.switch(true);
    for (const [index, id] of answering.entries())
      await open.takePart(id, world.scores[index]!, world.draws[index]);
    for (const answers of ways) {
      const ofWay = new Map<string, number>();
      for (let draw = 0; draw < 15; draw += 1) {
        await sql`savepoint before_last`.execute(trx);
        const shown = await show(trx, openPulse(trx, portal), answers, draw);
        ofWay.set(shown, (ofWay.get(shown) ?? 0) + 1);
        await sql`rollback to savepoint before_last`.execute(trx);
      }
      counts.push(ofWay);
    }
  }, store.db);
  return counts;
}

/** The largest ratio of the chances of one and the same sight under two ways to answer. */
function largestRatio(counts: readonly ReadonlyMap<string, number>[]): number {
  const sights = new Set(counts.flatMap((ofWay) => [...ofWay.keys()]));
  return Math.max(
    ...[...sights].flatMap((sight) =>
      counts.flatMap((one) => counts.map((other) => (one.get(sight) ?? 0) / (other.get(sight) ?? 0) || 0)),
    ),
  );
}

/** All five scores, and three ways to answer that score the same as another. */
const ways: readonly PulseAnswers[] = [
  ...([1, 2, 3, 4, 5] as const).map(alike),
  { expectations: 1, growth: 3, candour: 5 },
  { expectations: 5, growth: 5, candour: 1 },
  { expectations: 2, growth: 1, candour: 1 },
];
const keep = Array.from({ length: answering.length }, () => 14);

test.each<[string, World, number]>([
  [
    // Team 24 + x of 8 is going well from x = 3 up, division 30 + x of 10 from 4, company 32 + x of 11 from 5.
    'limits at three levels that together tell the swapped score',
    { scores: [3, 3, 3, 3, 4, 4, 4, 3, 3, 2], draws: keep },
    11,
  ],
  [
    'others whose answers were swapped',
    { scores: [5, 1, 4, 2, 3, 5, 4, 1, 5, 3], draws: [0, 4, 14, 2, 9, 3, 14, 1, 14, 2] },
    6,
  ],
])(
  'everything that anybody else sees moves the odds by at most 11 : 1: %s',
  async (_case, world, reached) => {
    const counts = await enumerate(world, ways);
    for (const ofWay of counts) expect([...ofWay.values()].reduce((sum, draws) => sum + draws, 0)).toBe(15);
    const sights = new Set(counts.flatMap((ofWay) => [...ofWay.keys()]));
    // The search has teeth: the levels together do tell scores apart, up to the bound itself and never beyond.
    expect(sights.size).toBeGreaterThan(1);
    expect(largestRatio(counts)).toBe(reached);
    expect(reached).toBeLessThanOrEqual(11);
    // Two ways to answer that score the same look the same.
    expect(counts[5]).toEqual(counts[2]);
    expect(counts[6]).toEqual(counts[4]);
    expect(counts[7]).toEqual(counts[0]);
  },
  240_000,
);
