import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortal } from '../../../src/sandbox/portal/index.ts';
import { install, request, startTinyPortal, tinyApp } from './start-tiny-portal.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'portal-')), 'portal.sqlite');
const neverSeeded = () => {
  throw new Error('a portal that exists must not be filled again');
};

test('a second start goes on where the first ended, tokens and ids included', async () => {
  const file = newFile();
  const first = await startTinyPortal({ file });
  const created = await first.call('POST', '/crm/objects/2026-09/deals', {
    properties: { dealname: 'Fjord', dealstage: 'contractsent' },
  });
  await first.call('POST', '/crm/properties/2026-09/deals/groups', { name: 'sideline', label: 'Sideline' });
  await first.stop();

  const second = await createPortal({
    app: tinyApp,
    file,
    seed: neverSeeded,
    realClock: first.realTime,
    businessClock: first.businessTime,
  });
  const headers = { Authorization: `Bearer ${first.tokens.access_token}` };
  const deals = `${second.origin}/crm/objects/2026-09/deals`;
  expect((await request(`${deals}/${created.body.id}`, { headers })).body).toEqual({
    ...created.body,
    properties: created.body.properties,
  });
  expect((await request(deals, { headers })).body.results).toHaveLength(6);
  const again = await request(deals, {
    method: 'POST',
    headers,
    body: { properties: { dealname: 'Gale', dealstage: 'contractsent' } },
  });
  expect(BigInt(again.body.id)).toBeGreaterThan(BigInt(created.body.id));
  await second.stop();
});

test('killed at once after an answer, it has what it answered', async () => {
  const file = newFile();
  const entry = join(import.meta.dirname, 'portal-process.ts');
  const child = spawn(process.execPath, [entry, file], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const origin = line.toString().trim();
  const { access_token } = await install({ origin, app: tinyApp });
  const headers = { Authorization: `Bearer ${access_token}` };
  const inputs = ['7891023', '7891025'].map((id) => ({ id, properties: { hs_next_step: 'call' } }));
  const answered = await request(`${origin}/crm/objects/2026-09/deals/batch/update`, {
    method: 'POST',
    headers,
    body: { inputs },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(answered.status).toBe(200);

  const portal = await createPortal({ app: tinyApp, file, seed: neverSeeded });
  for (const { id } of inputs) {
    const url = `${portal.origin}/crm/objects/2026-09/deals/${id}?properties=hs_next_step`;
    expect((await request(url, { headers })).body.properties.hs_next_step).toBe('call');
  }
  await portal.stop();
});

test('a taken port moves on to the next', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const portal = await startTinyPortal({ port });
  expect(Number(new URL(portal.origin).port)).toBeGreaterThan(port);
  await portal.stop();
  taken.close();
});

test('seeded history is lived through: versions, stamps and the rate at closing', async () => {
  const portal = await startTinyPortal();
  const { body } = await portal.call(
    'GET',
    '/crm/objects/2026-09/deals/7891024?propertiesWithHistory=amount&properties=hs_exchange_rate,amount_in_home_currency,hs_v2_date_entered_contractsent,hs_v2_date_exited_contractsent,hs_is_deal_split,hs_closed_won_date',
  );
  expect(body.properties).toMatchObject({
    hs_exchange_rate: '0.8',
    amount_in_home_currency: '800',
    hs_v2_date_entered_contractsent: '2026-10-20T09:00:00Z',
    hs_v2_date_exited_contractsent: '2026-11-10T09:00:00Z',
    hs_is_deal_split: 'true',
    hs_closed_won_date: '2026-11-10T09:00:00Z',
  });
  expect(body.propertiesWithHistory['amount']?.map(({ value }) => value)).toEqual(['1000', '900']);
  await portal.stop();
});
