import * as z from 'zod';
import { openBrowser, type OpenBrowser } from './open-browser.ts';
import { openCommandDirectory, type StartedCommand } from './start-command.ts';

const session = z.object({ people: z.array(z.object({ userId: z.number(), name: z.string() })) });
const rows = z.object({ rows: z.array(z.object({ id: z.string(), ownerName: z.string().nullable() })) });
const marias = ['Ana Ruiz', 'Jonas Keller', 'Leonie Sauer', 'Emre Aydin', 'Florian Maurer', 'Zofia Nowicka'];

describe('coaching: a rubric, a calibration, a workflow’s request, and the 1:1', () => {
  const directory = openCommandDirectory(7790);
  let sideline: StartedCommand;
  let browser: OpenBrowser;
  let people: Map<string, number>;
  let deal: { id: string; rep: string };
  const page = () => browser.page;
  const card = () => page().locator('[data-card=sideline_coaching_tab]');
  const reads = (text: string | RegExp) => page().getByText(text).first().waitFor({ timeout: 20_000 });
  const ask = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> =>
    schema.parse(await (await fetch(`${sideline.address}${path}`)).json());
  const openDeal = async (name: string) => {
    await page().goto(`${sideline.address}/deals/${deal.id}?as=${String(people.get(name))}`);
    const tab = page().getByRole('tab', { name: 'Sideline coaching' });
    if ((await tab.count()) > 0) await tab.click();
  };

  const openHome = async (name: string) => {
    await page().goto(`${sideline.address}/home?as=${String(people.get(name))}`);
    await page().getByRole('tab', { name: 'Coaching', exact: true }).click();
  };

  beforeAll(async () => {
    sideline = await directory.start();
    browser = await openBrowser({ viewport: { width: 1440, height: 1000 } });
    const present = (await ask('/sandbox/api/session', session)).people;
    people = new Map(present.map(({ userId, name }) => [name, userId]));
    const found = (await ask('/sandbox/api/deals?search=licences', rows)).rows.find(({ ownerName }) =>
      marias.includes(ownerName ?? ''),
    );
    deal = { id: found?.id ?? '', rep: found?.ownerName ?? '' };
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await sideline.stop();
    directory.remove();
  });

  test('ops publish the starter rubric', async () => {
    await page().goto(`${sideline.address}/settings`);
    await page().getByRole('tab', { name: 'Coaching', exact: true }).click();
    await reads(/^There is no rubric yet/);
    await page().getByRole('button', { name: 'Look at the starter rubric' }).click();
    const panel = page().getByRole('dialog', { name: 'A new rubric' });
    await panel.getByText('The weights total 100.').waitFor();
    await panel.getByRole('button', { name: 'Discovery · 25' }).click();
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    await reads('Selling skills · Everybody');
    await reads(/^Version 1, published /);
  });

  test('a manager scores two skills in a note and shares it', async () => {
    await openDeal('Maria Lang');
    const [first = ''] = deal.rep.split(' ');
    await card().getByRole('button', { name: 'Write a note' }).click();
    const panel = page().getByRole('dialog', { name: `Coaching note for ${deal.rep}` });
    await panel.getByLabel('Goal').fill('Ask before showing');
    await panel.getByRole('button', { name: 'Score a rubric' }).click();
    await panel.getByLabel('Discovery').selectOption({ index: 2 });
    await panel
      .getByText(/^Asks prepared questions in order/)
      .last()
      .waitFor();
    await panel.getByLabel('Closing').selectOption({ index: 3 });
    await panel.getByRole('button', { name: `Share with ${first}` }).click();
    await reads(`Shared with ${first}.`);
    await card().getByText('2.4 of 4, over 2 of 6 skills').waitFor();
  });

  test('the rep scores themselves, and both read the gap', async () => {
    await openDeal(deal.rep);
    await card().getByText('2.4 of 4, over 2 of 6 skills').waitFor();
    await card().getByRole('button', { name: 'Score yourself' }).click();
    await card().getByLabel('Discovery').selectOption({ index: 3 });
    await card().getByRole('button', { name: 'Save my scores' }).click();
    await card()
      .getByText('You put yourself 1.0 levels higher than Maria Lang does, over 1 skill that both scored.')
      .waitFor();
    await openDeal('Maria Lang');
    await card()
      .getByText(`${deal.rep} puts themselves 1.0 levels higher than you do, over 1 skill that both scored.`)
      .waitFor();
    await card()
      .getByRole('button', { name: `${deal.rep}: skills over time` })
      .click();
    await card().getByText('Discovery: level 2 of 4 · a trend from 6 scorings on, 1 so far').waitFor();
  });

  test('a director has two managers score the deal, and neither sees the other before', async () => {
    const openCalibration = async (name: string) => {
      await openHome(name);
      await page().getByRole('heading', { name: 'Calibration' }).waitFor();
    };
    await openCalibration('Claudia Brandt');
    await page()
      .getByRole('textbox', { name: 'Deal' })
      .fill(`https://app.hubspot.com/contacts/1/record/0-3/${deal.id}`);
    await page().getByLabel('Who scores').click();
    await page().getByLabel('Maria Lang').check();
    await page().getByLabel('Stefan Ortner').check();
    // The open menu lies over the button.
    await page().getByRole('heading', { name: 'Calibration' }).click();
    await page().getByRole('button', { name: 'Start calibration' }).click();
    await reads(/^0 of 2 have scored; still to score: /);
    for (const name of ['Maria Lang', 'Stefan Ortner']) {
      await openCalibration(name);
      expect(await page().getByRole('columnheader', { name: 'Maria Lang' }).count()).toBe(0);
      await page().getByRole('button', { name: 'Score this deal' }).click();
      await page().getByLabel('Discovery').selectOption({ index: 2 });
      await page().getByRole('button', { name: 'Save my scores' }).click();
      await page().getByRole('columnheader', { name: 'You', exact: true }).waitFor();
    }
    await page().getByRole('columnheader', { name: 'Maria Lang' }).waitFor();
    await reads('Not enough yet: 1 of 20 pairs of levels, from 1 of 5 deals');
  });

  test('a workflow asks for coaching, twice as HubSpot may, and the rep adds what they want to talk about', async () => {
    await openDeal('Nora Winter');
    await page().getByText('Run a workflow action').click();
    await page().getByLabel('Reason').fill('Discount above 20 %');
    await page().getByLabel(/twice/i).check();
    await page().getByRole('button', { name: /^Run/ }).click();
    await reads(/200/);
    await openDeal(deal.rep);
    await card().getByRole('button', { name: 'Prepare my 1:1' }).click();
    await page().getByLabel('What do you want to talk about?').fill('How do I get to procurement?');
    await page().getByRole('button', { name: 'Add to my next 1:1' }).click();
    await reads('You want to talk about');
    expect(await page().getByText('Discount above 20 %').count()).toBe(1);
  });

  test('the manager holds the 1:1 and shares it, and the rep agrees with one click', async () => {
    await openHome('Maria Lang');
    await page()
      .getByRole('row', { name: new RegExp(deal.rep) })
      .getByRole('button', { name: 'Prepare' })
      .click();
    await reads(`${deal.rep} wants to talk about`);
    await reads('A workflow asked for coaching');
    await reads(/^Discovery, at level 2\. Next: /);
    await page().getByRole('button', { name: 'Hold 1:1' }).click();
    await page().getByLabel('How do I get to procurement?').check();
    await page().getByLabel('Discount above 20 %').check();
    await page().getByLabel('Goal').fill('Procurement by Friday');
    await page().getByRole('button', { name: 'Finish and share' }).click();
    await reads(/^Held on /);
    await page().getByText('Procurement by Friday').waitFor();
    expect(await page().getByText('Discount above 20 %').count()).toBe(0);
    await openHome(deal.rep);
    await page().getByRole('button', { name: 'Prepare my 1:1' }).click();
    await page().getByText('Procurement by Friday').waitFor();
    await page().getByRole('button', { name: 'Agreed', exact: true }).click();
    await reads('Your manager sees that you have agreed.');
  });

  test('nothing on the pages was missing or broken', async () => {
    expect(await page().evaluate('window.__unimplemented')).toEqual([]);
    expect(browser.faults).toEqual([]);
  });
});
