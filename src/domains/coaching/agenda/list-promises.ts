import { addDays } from '../../../kernel/period.ts';
import { nameRule } from './read-rule-settings.ts';
import type { AgendaFacts, OpenAction, PromiseLine, RuleSettings } from './types.ts';

/**
 * Everything agreed that is not finished, whichever 1:1 it comes from: past its day (where that rule is on), or open. The manager's own
 * first, then by the day it is due, those without a day last.
 */
export function listPromises(
  { actions, today, heldOn, names }: Pick<AgendaFacts, 'actions' | 'today' | 'heldOn' | 'names'>,
  settings: RuleSettings,
): { readonly promisesNotKept: PromiseLine[]; readonly openActions: PromiseLine[] } {
  const grace = settings.promiseNotKept?.threshold ?? 0;
  const ordered = actions.toSorted(compareActions);
  const isPast = ({ dueOn }: OpenAction): boolean =>
    settings.promiseNotKept !== null && dueOn !== null && addDays(dueOn, grace) < today;
  const toLine = (
    action: OpenAction,
    ruleId: 'promiseNotKept' | 'openAction',
    threshold: number,
  ): PromiseLine => ({
    id: `action:${action.id}`,
    actionId: action.id,
    dueOn: action.dueOn,
    ruleId,
    rule: nameRule(ruleId, threshold),
    words: `${names[action.by]}: ${action.words}`,
    question: ask(action, ruleId),
    dealId: action.dealId,
    also: [],
    by: action.by,
    timesCarried: heldOn.filter((day) => day > action.agreedOn && day <= today).length,
  });
  return {
    promisesNotKept: ordered.filter(isPast).map((action) => toLine(action, 'promiseNotKept', grace)),
    openActions:
      settings.openAction === null
        ? []
        : ordered.filter((action) => !isPast(action)).map((action) => toLine(action, 'openAction', 0)),
  };
}

function ask({ by }: OpenAction, ruleId: 'promiseNotKept' | 'openAction'): string {
  if (by === 'manager')
    return ruleId === 'promiseNotKept'
      ? 'When will I do it, or should we drop it?'
      : 'Is it still what would help you?';
  return ruleId === 'promiseNotKept'
    ? 'What got in the way, and is it still right?'
    : 'What do you need to get it done?';
}

function compareActions(one: OpenAction, other: OpenAction): number {
  if (one.by !== other.by) return one.by === 'manager' ? -1 : 1;
  const [left, right] = [one.dueOn ?? '9999', other.dueOn ?? '9999'];
  return left === right ? one.id.localeCompare(other.id) : left < right ? -1 : 1;
}
