import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FaultRequest } from '../../../../src/sandbox/portal/faults/fault.ts';
import { startTinyPortal, tinyApp, type TinyPortal } from '../start-tiny-portal.ts';

let server: Server;
let portal: TinyPortal;
let received: { readonly eventId: number; readonly propertyValue: string }[][];

beforeEach(async () => {
  received = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof received)[number]);
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  portal = await startTinyPortal({
    app: {
      ...tinyApp,
      webhookTarget: `http://127.0.0.1:${port}/webhooks`,
      subscriptions: [
        { subscriptionType: 'object.propertyChange', objectType: 'deal', propertyName: 'amount' },
      ],
    },
    realClock: { now: () => new Date() },
    delivery: { batchingWindow: 1, firstRetryAfter: 50 },
  });
});
afterEach(async () => {
  await portal.stop();
  server.close();
});

/** Ten edits, each delivered before the next unless a fault holds it back; the values as they arrived. */
async function editTenTimes(fault: FaultRequest['fault'], when: FaultRequest['when'] = {}) {
  portal.faults.add({ fault, when });
  for (let amount = 1; amount <= 10; amount += 1) {
    await portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', {
      properties: { amount: String(amount) },
    });
  }
  await portal.webhooks.settled();
  return received.flat().map(({ propertyValue }) => Number(propertyValue));
}

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

test('loses what it is told to lose', async () => {
  expect(ascending(await editTenTimes({ kind: 'webhook-lost' }, { calls: [2, 5] }))).toEqual([
    1, 3, 4, 6, 7, 8, 9, 10,
  ]);
});

test('delivers an event twice, under one id', async () => {
  expect(ascending(await editTenTimes({ kind: 'webhook-duplicated' }, { calls: 4 }))).toEqual([
    1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10,
  ]);
  const twice = received.flat().filter(({ propertyValue }) => propertyValue === '4');
  expect(new Set(twice.map(({ eventId }) => eventId)).size).toBe(1);
});

test('lets events overtake each other, and loses none', async () => {
  const values = await editTenTimes({ kind: 'webhook-reordered', withinMs: 200 });
  expect(ascending(values)).toEqual(all);
  expect(values).not.toEqual(all);
});

test('delays an event while others pass', async () => {
  const values = await editTenTimes({ kind: 'webhook-delayed', delayMs: 300 }, { calls: 1 });
  expect(ascending(values)).toEqual(all);
  expect(values.at(-1)).toBe(1);
});
