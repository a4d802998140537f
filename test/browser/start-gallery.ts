import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCards } from '../../src/sandbox/build-cards.ts';
import { buildPage } from '../../src/sandbox/build-page.ts';
import { startFakePortal, type FakePortal } from '../sandbox/page/fake-portal.ts';

const FIXTURES = join(import.meta.dirname, '..', 'sandbox', 'page', 'fixtures');

/** The page with one fixture card as tab card, served by the fake portal; `stop` also removes what was built. */
export async function startGallery(
  fixture: string,
): Promise<{ portal: FakePortal; stop: () => Promise<void> }> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'sideline-page-'));
  const [pageDirectory, bundles] = await Promise.all([
    buildPage({ cacheDir }),
    buildCards({
      cacheDir,
      entries: [{ uid: 'fixture', entryPoint: join(FIXTURES, `${fixture}.tsx`) }],
    }),
  ]);
  const portal = await startFakePortal({
    pageDirectory,
    bundles,
    cards: [{ uid: 'fixture', name: 'Fixture', location: 'crm.record.tab', objectTypes: ['deals'] }],
    answer: ({ url, body }) => ({ status: 418, body: { path: new URL(url).pathname, body } }),
  });
  return {
    portal,
    stop: async () => {
      await portal.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
