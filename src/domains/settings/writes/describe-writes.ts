import type { WritesView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { localMoment } from '../../../kernel/local-day.ts';

export interface WritesFacts {
  readonly isGranted: boolean;
  readonly isOn: boolean;
  /** Ops said yes once, or values stand in HubSpot: then off means paused. */
  readonly hasBegun: boolean;
  readonly definitions: readonly {
    readonly name: string;
    readonly label: string;
    readonly description: string;
  }[];
  readonly written: readonly {
    readonly name: string;
    readonly deals: number;
    readonly lastWrittenAt: Date | null;
  }[];
  readonly timeZone: string;
}

/** What Sideline wrote, and what may be done about it. */
export function describeWrites(facts: WritesFacts): WritesView {
  const written = new Map(facts.written.map((each) => [each.name, each]));
  const deals = Math.max(0, ...facts.written.map((each) => each.deals));
  const state = stateOf(facts);
  return {
    state,
    headline: headlines[state](countNoun(deals, 'deal')),
    mayStart: state === 'notAsked',
    mayPause: state === 'on',
    mayResume: state === 'paused',
    mayRemove: facts.isGranted && (facts.hasBegun || facts.isOn),
    properties: facts.definitions.map(({ name, label, description }) => {
      const own = written.get(name);
      const at = own?.lastWrittenAt ?? null;
      return {
        name,
        label,
        description,
        deals: own?.deals ?? 0,
        lastWriteLabel: at && localMoment(at, facts.timeZone),
      };
    }),
  };
}

function stateOf({ isGranted, isOn, hasBegun }: WritesFacts): Exclude<WritesView['state'], 'removing'> {
  if (!isGranted) return 'notGranted';
  if (isOn) return 'on';
  return hasBegun ? 'paused' : 'notAsked';
}

const headlines: Readonly<Record<Exclude<WritesView['state'], 'removing'>, (deals: string) => string>> = {
  notGranted: () => 'Your account has not granted writing, so nothing is written. Grant it under Features.',
  notAsked: () => 'Nothing is written yet. Look at the plan, then press Write to HubSpot.',
  on: (deals) => `Sideline keeps its properties up to date; ${deals} show them now.`,
  paused: (deals) => `Writing is paused. ${deals} show what was last written, and it grows old.`,
};
