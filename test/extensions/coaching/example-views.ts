import type {
  CoachingAction,
  CoachingCardView,
  CoachingNote,
  NoteContent,
  NoteScores,
  ScorableRubric,
} from '../../../src/contract/index.ts';

/** What the manager of the deal's owner sees. */
export function exampleView(changes: Partial<CoachingCardView> = {}): CoachingCardView {
  return {
    viewer: 'manager',
    rep: { ownerId: '9001', name: 'Ana Ruiz' },
    headline: 'Ana Ruiz',
    nextMeeting: 'Next 1:1 Thu 26 Nov 2026, in 2 days',
    risks: [
      {
        reason: 'quiet:2026-10-28',
        words: 'no activity since 28 Oct 2026',
        fix: 'book one',
        dispute: null,
        mayMark: false,
      },
    ],
    nextStep: null,
    lines: [exampleLine({ mayWithdraw: false })],
    lineReader: null,
    actions: [
      exampleAction({
        id: '71',
        text: 'introduce Jo at Acme',
        who: 'You',
        due: 'due yesterday',
        isOverdue: true,
        mayTick: true,
      }),
      exampleAction(),
    ],
    notes: [exampleNote()],
    rubrics: [],
    rubric: null,
    skills: [],
    draft: null,
    drafts: { line: null, addenda: [], edits: [] },
    handover: null,
    privacy: 'Private to you. Ana Ruiz may receive a copy if they ask for their data.',
    actionNotice: 'Anyone who can see this deal can read this.',
    usualDueOn: '2026-12-01',
    ...changes,
  };
}

/** What the owner sees of the same. */
export function exampleRepView(changes: Partial<CoachingCardView> = {}): CoachingCardView {
  return exampleView({
    viewer: 'rep',
    headline: 'Your coaching on this deal',
    lines: [exampleLine()],
    lineReader: 'Maria Lang reads it.',
    actions: [exampleAction({ who: 'You', mayTick: true })],
    notes: [
      exampleNote({
        by: 'Maria Lang',
        summary: 'Deal coaching · shared',
        acknowledgement: null,
        mayAcknowledge: true,
      }),
    ],
    privacy: null,
    actionNotice: null,
    ...changes,
  });
}

/** What anybody else sees. */
export function exampleOtherView(): CoachingCardView {
  return exampleView({
    viewer: 'other',
    headline: 'Coaching on this deal is between Ana Ruiz and their manager',
    nextStep: 'Nobody else reads it. If you manage them, ask ops to set who reports to you.',
    nextMeeting: null,
    risks: [],
    lines: [],
    actions: [],
    notes: [],
    privacy: null,
    actionNotice: null,
  });
}

/** A line that its rep sees, and their manager of today reads. */
export function exampleLine(
  changes: Partial<CoachingCardView['lines'][number]> = {},
): CoachingCardView['lines'][number] {
  return {
    id: '81',
    text: 'How do I get to procurement?',
    dateLabel: '23 Nov 2026',
    mayWithdraw: true,
    notice: null,
    handOn: null,
    ...changes,
  };
}

export function exampleAction(changes: Partial<CoachingAction> = {}): CoachingAction {
  return {
    id: '72',
    text: 'send pricing',
    who: 'Ana Ruiz',
    due: 'due 25 Nov 2026',
    isOverdue: false,
    isDone: false,
    mayTick: false,
    ...changes,
  };
}

export function exampleNote(changes: Partial<CoachingNote> = {}): CoachingNote {
  return {
    id: '51',
    version: 3,
    dateLabel: '12 Nov 2026',
    by: 'You',
    rep: { ownerId: '9001', name: 'Ana Ruiz' },
    state: 'shared',
    summary: 'Deal coaching · shared · Ana Ruiz agreed',
    passages: [
      { label: 'Goal', text: 'Signed order form by 30 Nov' },
      { label: 'Reality', text: 'Champion is in, procurement silent since 28 Oct' },
      { label: 'Options', text: 'Ask Jo for the intro; send the mutual plan' },
      { label: 'Will', text: 'Ana calls Jo on Friday' },
    ],
    addenda: [],
    acknowledgement: 'agreed',
    scores: null,
    mayEdit: false,
    mayDiscard: false,
    mayAcknowledge: false,
    mayAdd: true,
    content: null,
    closedPromises: [],
    privacy: null,
    actionNotice: null,
    ...changes,
  };
}

export function exampleContent(goal = 'Signed order form by 30 Nov'): NoteContent {
  return {
    topic: 'deal',
    text: { form: 'grow', goal, reality: '', options: '', will: '' },
    promises: [{ id: 'a1', text: 'call Jo', doer: 'rep', dueOn: '2026-11-27' }],
  };
}

export function exampleRubric(changes: Partial<ScorableRubric> = {}): ScorableRubric {
  return {
    rubricId: '31',
    version: 2,
    name: 'Selling skills',
    skills: [
      {
        id: 'discovery',
        name: 'Discovery',
        weight: 60,
        anchors: ['Begins with the product', 'Asks prepared questions', 'Follows up on what it costs'],
      },
      {
        id: 'closing',
        name: 'Closing',
        weight: 40,
        anchors: ['Ends without a next step', 'Names a next step', 'Agrees a dated step on both sides'],
      },
    ],
    ...changes,
  };
}

export function exampleScores(changes: Partial<NoteScores> = {}): NoteScores {
  return {
    rubricId: '31',
    version: 2,
    rubricName: 'Selling skills',
    skills: [
      {
        id: 'discovery',
        name: 'Discovery',
        manager: { level: 2, anchor: 'Asks prepared questions' },
        self: { level: 3, anchor: 'Follows up on what it costs' },
        gap: '1 higher',
      },
    ],
    managerTotal: '2.0 of 3, over 1 of 2 skills',
    selfTotal: '3.0 of 3, over 1 of 2 skills',
    gap: 'Ana Ruiz puts themselves 1.0 levels higher than you do, over 1 skill that both scored.',
    mayScoreSelf: false,
    ...changes,
  };
}
