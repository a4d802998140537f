import { answersForWord } from './rules.ts';

/** What somebody agrees to who says yes to the pulse. */
export const pulseTerms: readonly string[] = [
  'Three questions a quarter about working with your manager, half a minute together. Whether you take part is up to you, and nobody is told.',
  'What is kept: your three answers, sealed, so that you can see your own trend; and, until the quarter is over, one score made of them.',
  'Your score is swapped for one drawn by lot with chance 1 in 3, before anything is made of it. So nobody can know what you answered, not even somebody who knew what everybody else answered. It protects each quarter by itself: the same answer quarter after quarter can be guessed better.',
  `Who sees what: you see your own answers. Your manager, and those above, see one of three words for everybody below them together, once a quarter is over: going well, mixed or needs care. There is no word below ${answersForWord} answers, and no number anywhere. Ops see nothing of it.`,
  `A word says that at least ${answersForWord} people answered. Where exactly ${answersForWord} people are below a manager, that is all of them.`,
  'You can stop at any time, here. Your consent and all your answers are then deleted at once. A word that was published stays: it names nobody.',
];

/** The same for ops, who decide whether people are asked at all. */
export const switchTerms: readonly string[] = [
  'People with a manager may say yes to three questions a quarter about working with their manager. Nobody is asked who has not said yes.',
  `Once a quarter is over, a manager and those above see one of three words for everybody below them together, from ${answersForWord} answers up. Each person's score is swapped for a random one with chance 1 in 3 first.`,
  'Each person sees their own answers, and takes them along in their own export.',
  'Ops see none of it: not who said yes, not who answered, no answers, no words, no numbers. It is in no export that ops make, and in no audit entry but that the pulse was switched.',
  'Who is below whom is fixed when a quarter begins, or when the pulse is switched on, until it is over.',
];

export const describeSwitching = (isOn: boolean): string =>
  isOn
    ? 'Switching off deletes every consent and every answer, also those in which people see their own trend. Words that were published are kept, and shown again if you switch on.'
    : 'Switching on shows everybody with a manager what is kept and who sees what, and asks whether they want to take part.';
