import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCards } from '../../src/sandbox/build-cards.ts';
import { buildPage } from '../../src/sandbox/build-page.ts';
import type { CardFetch, CardFetchAnswer } from '../../src/sandbox/page/portal-types.ts';
import { startFakePortal, type FakePortal } from '../sandbox/page/fake-portal.ts';

const CARDS = join(import.meta.dirname, '..', '..', 'extensions', 'src', 'app', 'cards');

/** The page with the coaching cards as HubSpot builds them, their service played by `answer`. */
export async function startCoaching(
  answer: (request: CardFetch) => CardFetchAnswer | Promise<CardFetchAnswer>,
): Promise<{ portal: FakePortal; stop: () => Promise<void> }> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'sideline-page-'));
  const [pageDirectory, bundles] = await Promise.all([
    buildPage({ cacheDir }),
    buildCards({
      cacheDir,
      entries: [
        { uid: 'tab', entryPoint: join(CARDS, 'CoachingCard.tsx') },
        { uid: 'sidebar', entryPoint: join(CARDS, 'CoachingSidebar.tsx') },
      ],
    }),
  ]);
  const name = 'Sideline coaching';
  const objectTypes = ['deals', 'contacts'] as const;
  const portal = await startFakePortal({
    pageDirectory,
    bundles,
    cards: [
      { uid: 'tab', name, location: 'crm.record.tab', objectTypes },
      { uid: 'sidebar', name, location: 'crm.record.sidebar', objectTypes },
    ],
    answer,
  });
  return {
    portal,
    stop: async () => {
      await portal.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
