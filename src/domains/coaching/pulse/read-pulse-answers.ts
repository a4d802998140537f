import type { Fault } from '../../../kernel/fault.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { pulseQuestions } from './questions.ts';
import { highestScore } from './rules.ts';
import type { PulseAnswers, PulseScore } from './types.ts';

/** What somebody ticked, by question; refused with every field at fault unless all three have a score from 1 to 5. */
export function readPulseAnswers(typed: Readonly<Record<string, unknown>>): Result<PulseAnswers, Fault[]> {
  const faults = pulseQuestions
    .filter(({ id }) => !isScore(typed[id]))
    .map(({ id, words }) => ({ field: id, message: `Choose one of the five answers to “${words}”` }));
  if (faults.length > 0) return err(faults);
  return ok(Object.fromEntries(pulseQuestions.map(({ id }) => [id, typed[id]])) as PulseAnswers);
}

function isScore(value: unknown): value is PulseScore {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= highestScore;
}
