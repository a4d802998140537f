import type { SetupStep, SetupStepId, SetupView, SyncProgress } from '../../../contract/index.ts';
import type { SharingLevel } from '../../../kernel/portal.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { joinWords } from '../join-words.ts';

export interface SetupFacts {
  readonly portalName: string;
  readonly isRead: boolean;
  readonly progress: SyncProgress | null;
  readonly deals: number;
  readonly openWithGap: number;
  readonly history: { readonly isKnown: boolean; readonly sentence: string };
  readonly activePeople: number;
  readonly withoutManager: number;
  readonly suggestedManagers: number;
  /** People with a quota that somebody stated, and people with only a suggestion. */
  readonly statedQuotas: number;
  readonly suggestedQuotas: number;
  readonly sharingLevel: SharingLevel;
  readonly mayWrite: boolean;
  readonly isWriting: boolean;
  readonly cards: SetupView['cards'];
  readonly managers: readonly string[];
  /** When each step was ticked by hand, ready to print. */
  readonly confirmed: ReadonlyMap<string, string>;
}

/** What holds as long as nobody has chosen. */
const unchosen: Readonly<Record<SharingLevel, string>> = {
  everyone:
    'Until you choose otherwise, deals show their owner’s own figures to everybody who sees the deal.',
  team: 'Until you choose otherwise, deals show the team and never one person.',
  cards: 'Until you choose otherwise, deals show no figures of people.',
};

type Step = Omit<SetupStep, 'id' | 'mayConfirm' | 'doneLabel'> & { readonly mayConfirm?: boolean };

/** The steps of the first run, in order, and how each stands. */
export function listSetupSteps(facts: SetupFacts): SetupStep[] {
  const open = (isDone: boolean): SetupStep['state'] => {
    if (isDone) return 'done';
    return facts.isRead ? 'open' : 'waiting';
  };
  const ticked = (id: SetupStepId) => facts.confirmed.has(id);
  const unseen = facts.cards.filter(({ seenLabel }) => seenLabel === null);

  const steps: Readonly<Record<SetupStepId, Step>> = {
    connected: {
      title: `Connected to ${facts.portalName}`,
      state: 'done',
      sentence: facts.isWriting
        ? 'Sideline reads your deals and keeps its numbers on the open ones.'
        : 'Sideline reads your deals. It writes nothing until you say so.',
    },
    read: facts.isRead
      ? {
          title: `Read ${countNoun(facts.deals, 'deal')}`,
          state: 'done',
          sentence: 'Changes follow within seconds.',
        }
      : {
          title: 'Reading your deals',
          state: 'running',
          sentence: facts.progress?.text ?? 'It begins in a moment. You can close this page.',
        },
    history: {
      title: 'What your history says',
      state: facts.history.isKnown ? 'done' : 'waiting',
      sentence: facts.history.sentence,
    },
    dataGaps: {
      title: 'Look at the gaps',
      state: open(ticked('dataGaps') || (facts.isRead && facts.openWithGap === 0)),
      sentence:
        facts.openWithGap === 0
          ? 'Every open deal has what the numbers need.'
          : `${countNoun(facts.openWithGap, 'open deal')} ${facts.openWithGap === 1 ? 'lacks' : 'lack'} an amount, an owner or a close date, or ${facts.openWithGap === 1 ? 'has' : 'have'} one that cannot be right. You can go on without mending them.`,
      mayConfirm: true,
    },
    hierarchy: {
      title: 'Confirm who reports to whom',
      state: open(ticked('hierarchy')),
      sentence: describeHierarchy(facts),
      mayConfirm: true,
    },
    quotas: {
      title: 'Quotas',
      state: open(ticked('quotas') || (facts.statedQuotas > 0 && facts.suggestedQuotas === 0)),
      sentence: describeQuotas(facts),
      mayConfirm: true,
    },
    sharing: {
      title: 'Choose who may see whose attainment',
      state: open(ticked('sharing')),
      sentence: ticked('sharing') ? 'Chosen. You can change it at any time.' : unchosen[facts.sharingLevel],
      mayConfirm: true,
    },
    write: describeWriting(facts, open),
    cards: {
      title: 'Put the cards on your records',
      state: open(ticked('cards') || unseen.length === 0),
      sentence:
        unseen.length === 0
          ? 'Every card has been seen on a record.'
          : `Not seen on a record yet: ${joinWords(unseen.map(({ name, place }) => `${name} (${place})`))}. Each ticks itself when somebody opens a deal that shows it.`,
      mayConfirm: true,
    },
    invite: {
      title: 'Invite your managers',
      state: open(ticked('invite')),
      sentence:
        facts.managers.length === 0
          ? 'Nobody is a manager yet. Say who reports to whom first.'
          : `${joinWords(facts.managers)} ${facts.managers.length === 1 ? 'manages' : 'manage'} people. Send them the words below.`,
      mayConfirm: true,
    },
  };
  return (Object.keys(steps) as SetupStepId[]).map((id) => {
    const { title, state, sentence, mayConfirm = false } = steps[id];
    return {
      id,
      title,
      state,
      sentence,
      mayConfirm: mayConfirm && state === 'open',
      doneLabel: state === 'done' ? (facts.confirmed.get(id) ?? null) : null,
    };
  });
}

function describeHierarchy({ activePeople, withoutManager, suggestedManagers }: SetupFacts): string {
  const suggestions =
    suggestedManagers === 0
      ? ''
      : ` Your teams suggest ${countNoun(suggestedManagers, 'manager')}; nothing is taken over without you.`;
  return `${withoutManager.toLocaleString('en')} of ${countNoun(activePeople, 'person', 'people')} report to nobody. A manager sees the figures of everybody below.${suggestions}`;
}

function describeQuotas({ statedQuotas, suggestedQuotas }: SetupFacts): string {
  const stated = `${countNoun(statedQuotas, 'person has', 'people have')} a quota for this period.`;
  if (suggestedQuotas === 0)
    return statedQuotas === 0 ? 'Nobody has a quota yet. Type them, or paste a file.' : stated;
  return `${stated} For ${countNoun(suggestedQuotas, 'more', 'more')} Sideline suggests one from their past: mark what is right as yours.`;
}

function describeWriting(facts: SetupFacts, open: (isDone: boolean) => SetupStep['state']): Step {
  const title = 'Write to HubSpot';
  if (facts.isWriting)
    return { title, state: 'done', sentence: 'Sideline keeps its properties on your open deals up to date.' };
  if (!facts.mayWrite)
    return {
      title,
      state: facts.isRead ? 'optional' : 'waiting',
      sentence:
        'Your account has not granted writing. The cards work without it; grant it under Features to use the numbers in views and reports.',
    };
  return {
    title,
    state: open(false),
    sentence:
      'See the plan first: how many deals, which properties. Nothing is written before you press the button.',
  };
}

/** "You are ready." once nothing is open any more. */
export function describeReadiness(steps: readonly SetupStep[]): { isReady: boolean; headline: string } {
  const left = steps.filter(({ state }) => state !== 'done' && state !== 'optional').length;
  if (left === 0) return { isReady: true, headline: 'You are ready.' };
  return { isReady: false, headline: `${left} of ${steps.length} steps ${left === 1 ? 'is' : 'are'} left.` };
}
