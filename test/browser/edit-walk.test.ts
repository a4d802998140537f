import * as z from 'zod';
import { openBrowser, type OpenBrowser } from './open-browser.ts';
import { openCommandDirectory, type StartedCommand } from './start-command.ts';

const session = z.object({ people: z.array(z.object({ userId: z.number(), name: z.string() })) });
const rows = z.object({ rows: z.array(z.object({ id: z.string(), ownerName: z.string().nullable() })) });
const marias = ['Ana Ruiz', 'Jonas Keller', 'Leonie Sauer', 'Emre Aydin', 'Florian Maurer', 'Zofia Nowicka'];

describe('a manager changes a note that is shared already', () => {
  const directory = openCommandDirectory(7794);
  let sideline: StartedCommand;
  let browser: OpenBrowser;
  let people: Map<string, number>;
  let deal: { id: string; rep: string };
  const page = () => browser.page;
  const card = () => page().locator('[data-card=sideline_coaching_tab]');
  const reads = (text: string | RegExp) => card().getByText(text).first().waitFor({ timeout: 20_000 });
  const press = (name: string) => card().getByRole('button', { name, exact: true }).click();
  const panel = () => page().getByRole('dialog', { name: `Coaching note for ${deal.rep}` });
  const share = () =>
    panel()
      .getByRole('button', { name: /^Share with / })
      .click();
  const kept = () =>
    panel()
      .getByText(/^Saved .+, for you alone: the note stands as it was/)
      .waitFor();
  const leave = () => panel().getByRole('button', { name: 'Close' }).click();
  const ask = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> =>
    schema.parse(await (await fetch(`${sideline.address}${path}`)).json());
  const openDeal = async (name: string) => {
    await page().goto(`${sideline.address}/deals/${deal.id}?as=${String(people.get(name))}`);
    await card().getByText('Goal', { exact: true }).first().waitFor({ timeout: 20_000 });
  };
  const holds = async (text: string) => (await card().getByText(text).count()) > 0;

  beforeAll(async () => {
    sideline = await directory.start();
    browser = await openBrowser({ viewport: { width: 1440, height: 1000 } });
    const present = (await ask('/sandbox/api/session', session)).people;
    people = new Map(present.map(({ userId, name }) => [name, userId]));
    const found = (await ask('/sandbox/api/deals?search=licences', rows)).rows.find(({ ownerName }) =>
      marias.includes(ownerName ?? ''),
    );
    deal = { id: found?.id ?? '', rep: found?.ownerName ?? '' };
    await page().goto(`${sideline.address}/deals/${deal.id}?as=${String(people.get('Maria Lang'))}`);
    await press('Write a note');
    await panel().getByLabel('Goal').fill('The old words');
    await share();
    await reads('The old words');
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await sideline.stop();
    directory.remove();
  });

  test('what is typed is there after a reload, and the rep reads the old words', async () => {
    await press('Edit');
    await panel().getByLabel('Goal').fill('The new words');
    await kept();
    await page().reload();
    await openDeal('Maria Lang');
    expect(await holds('The new words')).toBe(false);
    await press('Go on with your change');
    expect(await panel().getByLabel('Goal').inputValue()).toBe('The new words');
    await kept();
    // Closing saves at once; whoever leaves the page before that is answered may lose it.
    const saved = page().waitForResponse(
      (response) => response.request().postData()?.includes('Typed at the last moment') ?? false,
    );
    await panel().getByLabel('Reality').fill('Typed at the last moment');
    await leave();
    await saved;
    await openDeal(deal.rep);
    await reads('The old words');
    expect(await holds('The new words')).toBe(false);
    expect(await holds('your change')).toBe(false);
  });

  test('shared, it is what the rep reads, and nothing is left of the change', async () => {
    await openDeal('Maria Lang');
    await press('Go on with your change');
    expect(await panel().getByLabel('Reality').inputValue()).toBe('Typed at the last moment');
    await share();
    await reads('The new words');
    await card().getByRole('button', { name: 'Edit', exact: true }).waitFor();
    await openDeal(deal.rep);
    await reads('The new words');
    await reads('Typed at the last moment');
  });

  test('thrown away, the shared words are there again', async () => {
    await openDeal('Maria Lang');
    await press('Edit');
    await panel().getByLabel('Goal').fill('Better not');
    await kept();
    await leave();
    await press('Throw your change away');
    await page().getByRole('button', { name: 'Throw it away' }).click();
    await press('Edit');
    expect(await panel().getByLabel('Goal').inputValue()).toBe('The new words');
    await leave();
  });

  test('answered meanwhile, what was begun stands under the note and is added to it', async () => {
    await openDeal('Maria Lang');
    await press('Edit');
    await panel().getByLabel('Goal').fill('Too late');
    await kept();
    await leave();
    await openDeal(deal.rep);
    await press('Agreed');
    await card()
      .getByText(/You agreed/)
      .first()
      .waitFor();
    await openDeal('Maria Lang');
    await reads('You had begun to change this note');
    await press('Add what you had begun');
    await press('Add');
    await reads(/^You added, /);
    await press('Throw your change away');
    await page().getByRole('button', { name: 'Throw it away' }).click();
    await card().getByText('You had begun to change this note').waitFor({ state: 'detached' });
    await openDeal(deal.rep);
    await reads(/Too late/);
  });

  test('nothing on the pages was missing or broken', async () => {
    expect(await page().evaluate('window.__unimplemented')).toEqual([]);
    expect(browser.faults).toEqual([]);
  });
});
