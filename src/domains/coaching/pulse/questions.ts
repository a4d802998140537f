export type PulseTopic = 'expectations' | 'growth' | 'candour';

interface PulseQuestion {
  readonly id: PulseTopic;
  readonly words: string;
  /** What one tap puts on the next agenda: the topic, never what was answered. */
  readonly agendaWords: string;
}

/** The three questions, about work with one's manager. Ours, short enough for half a minute together. */
export const pulseQuestions: readonly PulseQuestion[] = [
  {
    id: 'expectations',
    words: 'I know what my manager expects of me.',
    agendaWords: 'What we expect of each other',
  },
  {
    id: 'growth',
    words: 'Talking with my manager helps me get better at my work.',
    agendaWords: 'How our talks could help me more',
  },
  {
    id: 'candour',
    words: 'I can tell my manager early when something goes wrong.',
    agendaWords: 'How we talk when something goes wrong',
  },
];

/** The answers to each question, from score 1 to score 5. */
export const pulseScale = ['Never', 'Seldom', 'Sometimes', 'Mostly', 'Always'] as const;
