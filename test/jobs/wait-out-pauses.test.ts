import { waitOutPauses, type JobHandlers } from '../../src/jobs/index.ts';
import { catalogue, type JobName } from '../../src/jobs/catalogue.ts';

const until = new Date('2026-11-25T00:00:00Z');

/** Jobs that note that they ran; `work` is what each does. */
function openJobs(work: (portalId: number | null) => void) {
  const ran: string[] = [];
  const sent: unknown[][] = [];
  const paused = new Set<number>();
  const handlers = Object.fromEntries(
    (Object.keys(catalogue) as JobName[]).map((name) => [
      name,
      async (payload: { portalId?: number }) => {
        ran.push(`${name} ${payload.portalId ?? ''}`.trim());
        work(payload.portalId ?? null);
      },
    ]),
  ) as unknown as JobHandlers;
  const jobs = waitOutPauses(handlers, {
    queue: { send: async (...given) => void sent.push(given) },
    readPause: async (portalId) => (paused.has(portalId) ? { until } : null),
  });
  return { jobs, ran, sent, paused };
}

test('a paused portal’s job waits until the end of the pause, others run', async () => {
  const { jobs, ran, sent, paused } = openJobs(() => {});
  paused.add(1);
  await jobs['work-portal']({ portalId: 1 });
  await jobs['work-portal']({ portalId: 2 });
  await jobs['review-portals']({});
  expect(ran).toEqual(['work-portal 2', 'review-portals']);
  expect(sent).toEqual([['work-portal', { portalId: 1 }, until]]);
});

test('a job in which the pause began waits as well, instead of failing', async () => {
  const { jobs, sent, paused } = openJobs((portalId) => {
    paused.add(portalId ?? 0);
    throw new Error('HubSpot moves the portal');
  });
  await jobs['pull-portal']({ portalId: 3 });
  expect(sent).toEqual([['pull-portal', { portalId: 3 }, until]]);
});

test('a failure without a pause is one', async () => {
  const { jobs, sent } = openJobs(() => {
    throw new Error('HubSpot is down');
  });
  await expect(jobs['work-portal']({ portalId: 4 })).rejects.toThrow('HubSpot is down');
  await expect(jobs['review-portals']({})).rejects.toThrow('HubSpot is down');
  expect(sent).toEqual([]);
});
