import type { LocalDate } from '../../../kernel/period.ts';
import type { Ratio } from '../../../kernel/ratio.ts';
import type { Line } from '../lines/store.ts';
import type { AgendaRuleId } from './rules.ts';

export interface DealFacts {
  readonly dealId: string;
  readonly name: string;
  /** In the company's currency, in minor units; null without an amount. Decides which deals come first. */
  readonly amountMinor: number | null;
  readonly closeOn: LocalDate | null;
  /** How often the close date moved back. */
  readonly pushes: number;
  /** The day of the last activity, or else the day on which the deal was created. */
  readonly quietSince: LocalDate;
  readonly hasNextStep: boolean;
  /** The forecast's reasons to look at the deal, each naming the field and the fix. */
  readonly risks: readonly string[];
}

/** Something agreed in a 1:1 or a note that is not finished: it is carried over until it is. */
export interface OpenAction {
  readonly id: string;
  readonly words: string;
  readonly by: 'manager' | 'rep';
  readonly agreedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly dealId: string | null;
}

interface OwnLine extends Pick<Line, 'id' | 'managerId' | 'readerId'> {
  readonly words: string;
  readonly dealId: string | null;
}

export interface AgendaFacts {
  readonly today: LocalDate;
  /** As whoever reads the agenda calls them: "You" is one of the two. */
  readonly names: { readonly manager: string; readonly rep: string };
  /** What the rep added, in the rep's order. */
  readonly ownLines: readonly OwnLine[];
  readonly actions: readonly OpenAction[];
  /** The days on which 1:1s of the pair were held. */
  readonly heldOn: readonly LocalDate[];
  /** Null without a quota; `projected` is null before a first day is gone. */
  readonly attainment: { readonly share: Ratio; readonly projected: Ratio | null } | null;
  /** The rep's open deals. */
  readonly deals: readonly DealFacts[];
  readonly wins: readonly { readonly dealId: string; readonly name: string; readonly wonOn: LocalDate }[];
  readonly lowestSkill: {
    readonly name: string;
    readonly level: number;
    readonly nextAnchor: string | null;
  } | null;
  readonly disagreedNotes: readonly {
    readonly noteId: string;
    readonly dealId: string | null;
    readonly on: LocalDate;
  }[];
  readonly requests: readonly {
    readonly requestId: string;
    readonly dealId: string | null;
    readonly words: string;
  }[];
}

export interface AgendaLine {
  /** The same for the same matter on every day, so that a tick stays with its line: `'staleDeal:71'`. */
  readonly id: string;
  readonly ruleId: AgendaRuleId;
  /** The rule in plain words, with its threshold. */
  readonly rule: string;
  /** What it is about, in this case. */
  readonly words: string;
  /** A question to ask; never a reproach. */
  readonly question: string;
  readonly dealId: string | null;
  /** Other rules that raise the same deal, in plain words. */
  readonly also: readonly string[];
}

export interface PromiseLine extends AgendaLine {
  readonly actionId: string;
  readonly dueOn: LocalDate | null;
  readonly by: 'manager' | 'rep';
  /** How many 1:1s were held since it was agreed. */
  readonly timesCarried: number;
}

/** In the order of the screen, top to bottom. */
export interface Agenda {
  readonly ownLines: readonly OwnLine[];
  /** Past their day, the manager's first. */
  readonly promisesNotKept: readonly PromiseLine[];
  /** Agreed and not yet due, the manager's first. */
  readonly openActions: readonly PromiseLine[];
  readonly lines: readonly AgendaLine[];
  /** How many lines more the rules raised than fit. */
  readonly linesLeftOut: number;
  readonly wins: readonly AgendaLine[];
  readonly skill: AgendaLine | null;
}

/** What holds for a portal: `null` where a rule is off, else its threshold, which rules without one do not read. */
export type RuleSettings = Readonly<Record<AgendaRuleId, { readonly threshold: number } | null>>;
