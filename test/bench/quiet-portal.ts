/**
 * A quiet portal: how many records Sideline touches on each day of a week with a few edits, against what those edits and
 * the figures they move ask for; and whether three cards open on 20 records at once meet a limit.
 * `node test/bench/quiet-portal.ts [deals]`
 */
import { businessClock } from '../../src/kernel/clock.ts';
import { pullPortal, reviewPortal, workPortal } from '../../src/sync/index.ts';
import { openSync } from '../support/open-sync.ts';
import { countWrites, editDeal } from '../support/portal-deals.ts';
import { businessNow, people, seedDeal, smallCompany } from '../support/small-company.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { publicAppLimits } from '../../src/sandbox/portal/http/rate-limits.ts';
import { askCard, startService } from '../support/start-service.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

const deals = Number(process.argv[2] ?? 500);
const editsADay = 20;
const bench = 'quiet-portal';
const sellers = ['ana', 'ben', 'cleo', 'dan', 'eva'] as const;
const ids = Array.from({ length: deals }, (_, index) => String(80_000 + index));
const seed = () => ({
  ...smallCompany(),
  deals: ids.map((id, index) => seedDeal(id, sellers[index % sellers.length] ?? null)),
});

const store = await openBenchStore('embedded');
const begin = businessClock(new Date(businessNow));
let daysPassed = 0;
const clock = { now: () => new Date(begin.now().getTime() + daysPassed * 86_400_000) };
const open = await openSync(store.db, { seed, clock });
const portalId = open.portal.state.account.portalId;
await open.choose({ sharingLevel: 'team', mayWriteBack: true });
await pullPortal(await open.sync());
await workPortal(await open.sync());
for (daysPassed = 1; daysPassed <= 7; daysPassed += 1) {
  const before = countWrites(open.portal);
  for (let index = 0; index < editsADay; index += 1) {
    const id = ids[(daysPassed * 97 + index * 13) % ids.length] ?? '';
    editDeal(open.portal, id, { amount: String(20_000 + daysPassed * 100 + index) });
    await eventsOf(store.db, portalId).note([{ type: 'deal', id }]);
  }
  await workPortal(await open.sync());
  const isMonday = clock.now().getUTCDay() === 1;
  await reviewPortal(await open.sync(), isMonday ? 'weekly' : 'nightly');
  await workPortal(await open.sync());
  const touched = countWrites(open.portal) - before;
  const figure = `records touched on day ${daysPassed}${isMonday ? ', a Monday' : ''}`;
  const against = `${editsADay} deals edited of ${deals} open`;
  reportFigure({
    bench,
    figure,
    value: touched,
    unit: 'writes of a record',
    against,
    ratio: touched / editsADay,
    target: 'none',
  });
}
await open.stop();
await store.close();

const service = await startService({ seed, limits: publicAppLimits });
try {
  await service.connect();
  const asked = ids.slice(0, 20).flatMap((id) => Array.from({ length: 3 }, () => id));
  const answers = await Promise.all(
    asked.map((id) => askCard(service, `/cards/quota-forecast?dealId=${id}`, { userId: people.ana.userId })),
  );
  const refused = answers.filter(({ status }) => status === 429).length;
  const answered = answers.filter(({ status }) => status === 200).length;
  const against = `${asked.length} cards, ${answered} answered`;
  reportFigure({
    bench,
    figure: 'cards refused by a limit',
    value: refused,
    unit: '429s',
    against,
    ratio: refused,
    target: '<= 0',
  });
} finally {
  await service.stop();
}
