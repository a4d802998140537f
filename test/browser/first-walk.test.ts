import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { openBrowser, type OpenBrowser } from './open-browser.ts';
import { openCommandDirectory, type StartedCommand } from './start-command.ts';

const rows = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      ownerName: z.string().nullable(),
      amount: z.string().nullable(),
      currency: z.string(),
      attainment: z.string().nullable(),
    }),
  ),
});
const session = z.object({
  people: z.array(z.object({ userId: z.number(), ownerId: z.string(), name: z.string() })),
});
const effects = z.object({ effects: z.array(z.object({ kind: z.string(), text: z.string() })) });
const record = z.object({ properties: z.record(z.string(), z.string().nullable()) });

/** Open deals with an amount in the company currency: they alone carry attainment. */
const isOpen = (row: z.output<typeof rows>['rows'][number]): boolean =>
  row.attainment !== null && row.currency === 'EUR' && row.amount !== null && row.ownerName !== null;

/** Bounded, so that a thing that never happens fails the test that waits for it. */
async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await happened()) return;
    await sleep(200);
  }
  throw new Error('it has not happened within 20 s');
}

describe('the first walk through the house', () => {
  const directory = openCommandDirectory(7720);
  let sideline: StartedCommand;
  let browser: OpenBrowser;
  let people: Map<string, number>;
  let ownerIds: Map<string, string>;
  let deal: { id: string; owner: string };

  const ask = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> => {
    const response = await fetch(`${sideline.address}${path}`);
    return schema.parse(await response.json());
  };
  const propertiesOf = async (id: string) => (await ask(`/sandbox/api/deals/${id}`, record)).properties;
  const openAs = async (name: string) => {
    await browser.page.goto(`${sideline.address}/deals/${deal.id}?as=${String(people.get(name))}`);
    await tab()
      .getByText(/^as of /)
      .waitFor();
    await sidebar().getByText('This deal', { exact: true }).waitFor();
  };
  const tab = () => browser.page.locator('[data-card=sideline_quota_forecast_tab]');
  const sidebar = () => browser.page.locator('[data-card=sideline_quota_forecast_sidebar]');
  const edit = async (label: string, value: string) => {
    await browser.page
      .getByRole('button', { name: `Edit ${label}` })
      .first()
      .click();
    await browser.page.getByLabel(label, { exact: true }).first().fill(value);
    await browser.page.getByRole('button', { name: 'Save' }).click();
  };

  beforeAll(async () => {
    sideline = await directory.start();
    browser = await openBrowser({ viewport: { width: 1440, height: 1000 } });
    const present = (await ask('/sandbox/api/session', session)).people;
    people = new Map(present.map((each) => [each.name, each.userId]));
    ownerIds = new Map(present.map((each) => [each.name, each.ownerId]));
    const found = (await ask('/sandbox/api/deals?search=licences', rows)).rows.find(isOpen);
    deal = { id: found!.id, owner: found!.ownerName! };
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await sideline.stop();
    directory.remove();
  });

  test('start says what it read, wrote and where to look', () => {
    const said = sideline.lines.join('\n');
    expect(said).toMatch(/Installed +by the OAuth flow/);
    expect(said).toMatch(/Reading deals +5,000 deals/);
    expect(said).toMatch(/Writing to HubSpot +\d+ deals carry Sideline's properties/);
    expect(said.match(/attainment \d+(\.\d+)?/g)).toHaveLength(3);
  });

  test('the owner sees where they stand, in the tab and in the sidebar, and HubSpot holds the same', async () => {
    await openAs(deal.owner);
    const attainment = Number((await propertiesOf(deal.id))['sideline_attainment']);
    const headline = `You are at ${String(Math.round(attainment * 100))} %`;
    await tab().getByText(headline).waitFor();
    await sidebar().getByText(headline).waitFor();
    expect(
      await tab()
        .getByText(/a working day needed|On pace/)
        .count(),
    ).toBeGreaterThan(0);
  });

  test('an edit of the amount moves the property and the card', async () => {
    await openAs(deal.owner);
    const before = await propertiesOf(deal.id);
    await edit('Amount', '98765');
    await tab().getByText('98,765 EUR · would take you to').first().waitFor({ timeout: 20_000 });
    const after = await propertiesOf(deal.id);
    expect(after['amount']).toBe('98765');
    expect(after['sideline_forecast_amount']).not.toBe(before['sideline_forecast_amount']);
    const added = Number(after['sideline_deal_adds'] ?? '0') * Number(after['sideline_quota']);
    if (after['sideline_deal_adds'])
      expect(Math.abs(added - 98_765)).toBeLessThan(Number(after['sideline_quota']) / 1000);
  });

  test('winning the deal counts it, and takes its forecast back', async () => {
    await openAs(deal.owner);
    const response = await fetch(`${sideline.address}/sandbox/api/deals/${deal.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: people.get(deal.owner), properties: { dealstage: 'closedwon' } }),
    });
    expect(response.status).toBe(200);
    await tab()
      .getByText(/Won: 98,765 EUR counted in/)
      .waitFor({ timeout: 20_000 });
    await until(async () => (await propertiesOf(deal.id))['sideline_win_probability'] === null);
  });

  test('the what-if answers when an amount is entered', async () => {
    const own = (await ask(`/sandbox/api/deals?owner=${ownerIds.get(deal.owner)!}`, rows)).rows;
    deal = { ...deal, id: own.find(isOpen)!.id };
    await openAs(deal.owner);
    const amount = tab().getByLabel('Amount');
    await amount.click();
    await amount.press('Control+A');
    await amount.pressSequentially('50000');
    await amount.press('Tab');
    await tab()
      .getByText(/Close this at 50,000 EUR by .* → \d+ %/)
      .waitFor();
  });

  test('a colleague sees the deal and nobody’s figures', async () => {
    const colleague = [...people.keys()].find((name) => name !== deal.owner && name === 'Leonie Sauer')!;
    await browser.page.goto(`${sideline.address}/deals/${deal.id}?as=${String(people.get(colleague))}`);
    await tab()
      .getByText(/^as of /)
      .waitFor();
    const text = (await tab().innerText()).replace(/\s+/g, ' ');
    expect(text).not.toMatch(/ is at \d+ %|You are at|a working day needed|would take/);
    expect(text).toContain('On this card attainment is for its owner, their managers and ops');
  });

  test('nothing on the pages was missing or broken', async () => {
    expect(
      await browser.page.evaluate(() => (globalThis as { __unimplemented?: unknown }).__unimplemented ?? []),
    ).toEqual([]);
    expect(browser.faults).toEqual([]);
  });

  test('a second start goes on and writes nothing', async () => {
    await sideline.stop();
    sideline = await directory.start();
    expect(sideline.lines.join('\n')).toMatch(/Resumed +5,000 deals/);
    // Long enough for the pass that it begins with.
    await sleep(3_000);
    const { effects: seen } = await ask('/sandbox/api/effects', effects);
    expect(seen.filter(({ kind }) => kind === 'change')).toEqual([]);
  }, 120_000);
});
