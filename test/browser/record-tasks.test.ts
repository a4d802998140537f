import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../src/sandbox/build-page.ts';
import { startTinyPortal, type TinyPortal } from '../sandbox/portal/start-tiny-portal.ts';
import { openBrowser, type OpenBrowser } from './open-browser.ts';

describe('a deal’s tasks on its record page', () => {
  let cacheDir: string;
  let portal: TinyPortal;
  let browser: OpenBrowser;
  beforeAll(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'sideline-page-'));
    portal = await startTinyPortal({ pageDirectory: await buildPage({ cacheDir }) });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.stop();
    await rm(cacheDir, { recursive: true, force: true });
  });

  test('appear as they are made, and are ticked, changed and deleted', async () => {
    const { page } = browser;
    await page.goto(`${portal.origin}/deals/7891023`);
    const panel = page.getByRole('region', { name: 'Tasks' });
    await panel.getByText('No tasks on this deal.').waitFor();
    const { body } = await portal.call('POST', '/crm/objects/2026-09/tasks', {
      properties: {
        hs_task_subject: 'Ask for the plan',
        hs_timestamp: '2026-11-20T09:00:00Z',
        hubspot_owner_id: '41629779',
      },
      associations: [{ to: { id: '7891023' }, types: [{ associationTypeId: 216 }] }],
    });
    await panel.getByText('Overdue since 20 Nov 2026').waitFor();
    await panel.getByText('Ana Ruiz').waitFor();

    const read = async () =>
      (
        await portal.call(
          'GET',
          `/crm/objects/2026-09/tasks/${body.id}?properties=hs_task_subject,hs_task_status`,
        )
      ).body.properties;
    await panel.getByRole('checkbox', { name: 'Complete Ask for the plan' }).click();
    await panel.getByText('Due 20 Nov 2026').waitFor();
    expect(await read()).toMatchObject({ hs_task_status: 'COMPLETED' });

    await panel.getByRole('button', { name: 'Edit' }).click();
    await panel.getByLabel('Task title').fill('Ask for the plan again');
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.getByText('Ask for the plan again').waitFor();
    expect(await read()).toMatchObject({ hs_task_subject: 'Ask for the plan again' });

    await panel.getByRole('button', { name: 'Delete' }).click();
    await panel.getByText('No tasks on this deal.').waitFor();
    expect((await portal.call('GET', `/crm/objects/2026-09/tasks/${body.id}`)).status).toBe(404);
  });
});
