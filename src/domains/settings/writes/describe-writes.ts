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
  /** The properties that are written only when ops want them; `isOn` is null where nobody ever said. */
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly isOn: boolean | null;
  }[];
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
    choices: facts.choices.map(({ isOn, ...choice }) => ({
      ...choice,
      isOn: isOn === true,
      remark: remarkOn(facts, isOn),
      maySwitch: facts.isGranted,
    })),
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

function remarkOn({ isGranted, isOn: isWriting }: WritesFacts, isOn: boolean | null): string {
  if (!isGranted) return 'Needs the permission to write, which your account has not granted.';
  if (isOn === null) return 'Off: HubSpot has no such property of Sideline’s.';
  if (isOn)
    return isWriting
      ? 'On: kept up to date on your open deals.'
      : 'On: written with the other properties, once writing is on.';
  return isWriting
    ? 'Off: it is emptied on every deal and not written any more. The empty property goes with Remove.'
    : 'Off: what stands on deals is emptied once writing goes on, and not written any more.';
}
