import type { Clock } from '../../../kernel/clock.ts';

/** Something that the portal did, for the curious. */
export interface Effect {
  readonly number: number;
  /** Real time. */
  readonly at: string;
  readonly kind: 'change' | 'delivery' | 'install' | 'card';
  readonly text: string;
}

export interface EffectLog {
  note(kind: Effect['kind'], text: string): void;
  /** The last effects, newest first. */
  latest(count: number): readonly Effect[];
}

const remembered = 500;

export function openEffectLog(clock: Clock): EffectLog {
  const effects: Effect[] = [];
  let number = 0;
  return {
    note(kind, text) {
      number += 1;
      effects.unshift({ number, at: clock.now().toISOString(), kind, text });
      if (effects.length > remembered) effects.pop();
    },
    latest: (count) => effects.slice(0, count),
  };
}
