import { inBackground } from '../../hubspot/index.ts';
import type { MirroredDeal } from '../../mirror/index.ts';
import type { PortalSync } from '../dependencies.ts';
import { openMirroring, type Mirroring } from '../mirror-records.ts';
import { forPortal as progressOf } from '../progress/store.ts';
import type { WaitingPage } from './arrived-page.ts';
import { isRead, newPart, type Part } from './part.ts';
import type { CursorStep } from './predict-cursor.ts';
import { forPortal, type PartPlan } from './store.ts';

/** Below this one hand is done before others have found where to begin. */
const leastDealsToDivide = 1_500;
const mostParts = 12;
const leastPart = 1_000;
/** As far as a search can count. */
export const largestPart = 10_000;

/** A backfill under way. What it holds is bounded: where each hand stands, and deals that wait for their splits. */
export interface Backfill {
  readonly sync: PortalSync;
  readonly mirroring: Mirroring;
  readonly store: ReturnType<typeof forPortal>;
  readonly progress: ReturnType<typeof progressOf>;
  readonly parts: Part[];
  plan: PartPlan;
  readonly busy: { readonly list: Set<number>; readonly search: Set<number>; plan: boolean; held: boolean };
  /** How cursors follow from ids; null while no page has told, or when they do not. */
  step: CursorStep | null;
  mayPredict: boolean;
  maySearch: boolean;
  /** Whether a list's address has room for all properties. */
  isThin: boolean;
  /** Deals that wait for their splits; null where only the id is known, from an attempt before. */
  readonly held: Map<string, MirroredDeal | null>;
  /** Which state of a split deal has been mirrored already, so that its splits are not read twice. */
  readonly splitSeen: Map<string, number>;
  hasReadAll: boolean;
  /** Pages that have come and are not stored yet. */
  readonly arrived: WaitingPage[];
  isLanding: boolean;
}

/** Takes up a backfill where the store says that it stands. */
export async function openBackfill(given: PortalSync): Promise<Backfill> {
  const sync = { ...given, session: inBackground(given.session) };
  const { db, portal } = sync;
  const store = forPortal(db, portal.id);
  const plan = await store.readPlan();
  const known = await store.listParts();
  if (known.length === 0) {
    known.push(newPart(0, null));
    await store.savePlan(plan, known);
  }
  return {
    sync,
    mirroring: await openMirroring(sync),
    store,
    progress: progressOf(db, portal.id),
    parts: known,
    plan,
    busy: { list: new Set(), search: new Set(), plan: false, held: false },
    step: null,
    mayPredict: true,
    maySearch: true,
    isThin: false,
    held: new Map((await store.listHeld()).map((id) => [id, null])),
    splitSeen: new Map(),
    hasReadAll: false,
    arrived: [],
    isLanding: false,
  };
}

/** How many deals a part is made to hold; null when the portal is read in one. */
export function partSize(dealsTotal: number | null): number | null {
  if (dealsTotal === null || dealsTotal < leastDealsToDivide) return null;
  // Whole pages: then a hand ends exactly where the next one begins.
  const size = Math.ceil(dealsTotal / mostParts / 100) * 100;
  return Math.min(largestPart, Math.max(leastPart, size));
}

export function partOf({ parts: known }: Backfill, number: number): Part {
  const part = known[number];
  if (part === undefined) throw new Error(`the backfill has no part ${number}`);
  return part;
}

export async function reportProgress(work: Backfill): Promise<void> {
  const sum = (count: (part: Part) => number) => work.parts.reduce((total, part) => total + count(part), 0);
  await work.progress.report(
    sum(({ list, search }) => list.newDeals + search.deals),
    sum(({ list }) => list.deals),
  );
  const hasReadAll = work.plan.isPlanned && work.held.size === 0 && work.parts.every(isRead);
  if (hasReadAll && !work.hasReadAll) {
    work.hasReadAll = true;
    await work.progress.enter('checking');
  }
}
