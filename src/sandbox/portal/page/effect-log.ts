import type { Clock } from '../../../kernel/clock.ts';

/** Something that the portal did, for the curious. */
export interface Effect {
  /** Real time. */
  readonly at: string;
  readonly kind: 'change' | 'delivery' | 'install' | 'card' | 'workflow';
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
  return {
    note(kind, text) {
      effects.unshift({ at: clock.now().toISOString(), kind, text });
      if (effects.length > remembered) effects.pop();
    },
    latest: (count) => effects.slice(0, count),
  };
}
