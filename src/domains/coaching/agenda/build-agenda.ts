import { addDays } from '../../../kernel/period.ts';
import { compareRatios, ratio, toPercentText } from '../../../kernel/ratio.ts';
import { listPromises } from './list-promises.ts';
import { raiseDealLines } from './raise-deal-lines.ts';
import { nameRule } from './read-rule-settings.ts';
import { showDay } from '../../../kernel/show-day.ts';
import { mostLines, mostRequests, type AgendaRuleId } from './rules.ts';
import type { Agenda, AgendaFacts, AgendaLine, RuleSettings } from './types.ts';

/**
 * The agenda of a 1:1, in the order of the screen: what the rep added, promises not kept with the manager's first, what is
 * agreed and still to come, at most five lines, wins, the one skill. The same facts and settings give the same agenda.
 */
export function buildAgenda(facts: AgendaFacts, settings: RuleSettings): Agenda {
  const raised = [
    ...raiseDisagreements(facts, settings),
    ...raiseRequests(facts, settings).slice(0, mostRequests),
    ...raisePace(facts, settings),
    ...raiseDealLines(facts.deals, settings, facts.today),
  ];
  return {
    ownLines: facts.ownLines,
    ...listPromises(facts, settings),
    lines: raised.slice(0, mostLines),
    linesLeftOut: Math.max(0, raised.length - mostLines),
    wins: raiseWins(facts, settings),
    skill: raiseSkill(facts, settings),
  };
}

type Wording = Pick<AgendaLine, 'words' | 'question'> & {
  readonly of?: string;
  readonly dealId?: string | null;
};

/** A line of the rule, or none where it is off. */
function line(
  ruleId: AgendaRuleId,
  settings: RuleSettings,
  { of, words, question, dealId = null }: Wording,
): AgendaLine[] {
  const setting = settings[ruleId];
  if (setting === null) return [];
  const id = of === undefined ? ruleId : `${ruleId}:${of}`;
  return [{ id, ruleId, rule: nameRule(ruleId, setting.threshold), words, question, dealId, also: [] }];
}

function raiseRequests({ requests }: AgendaFacts, settings: RuleSettings): AgendaLine[] {
  return requests.flatMap(({ requestId, dealId, words }) =>
    line('coachingRequested', settings, {
      of: requestId,
      words,
      question: 'What would you like to talk through?',
      dealId,
    }),
  );
}

function raiseDisagreements(facts: AgendaFacts, settings: RuleSettings): AgendaLine[] {
  const { disagreedNotes, deals, wins } = facts;
  return disagreedNotes.flatMap(({ noteId, dealId, on }) => {
    const deal = [...deals, ...wins].find((each) => each.dealId === dealId);
    const said = `note disagreed with on ${showDay(on)}`;
    return line('noteDisagreed', settings, {
      of: noteId,
      words: deal === undefined ? `A ${said}` : `${deal.name}: a ${said}`,
      question: 'How did you see it, and what did I miss?',
      dealId,
    });
  });
}

function raisePace({ attainment }: AgendaFacts, settings: RuleSettings): AgendaLine[] {
  const projected = attainment?.projected ?? null;
  const threshold = ratio(settings.behindPace?.threshold ?? 0, 100);
  if (attainment === null || projected === null || compareRatios(projected, threshold) >= 0) return [];
  return line('behindPace', settings, {
    words: `At ${toPercentText(attainment.share)}, on pace for ${toPercentText(projected)}`,
    question: 'What would change the number most, and what do you need from me for it?',
  });
}

function raiseWins(facts: AgendaFacts, settings: RuleSettings): AgendaLine[] {
  const { wins, today, heldOn, attainment } = facts;
  const before = heldOn.filter((day) => day < today).toSorted();
  const since = before.at(-1) ?? addDays(today, -(settings.dealWon?.threshold ?? 0));
  const won = wins
    .filter(({ wonOn }) => wonOn >= since && wonOn <= today)
    .toSorted((one, other) =>
      one.wonOn === other.wonOn ? one.dealId.localeCompare(other.dealId) : one.wonOn < other.wonOn ? -1 : 1,
    );
  const isReached =
    attainment !== null &&
    compareRatios(attainment.share, ratio(settings.quotaReached?.threshold ?? 0, 100)) >= 0;
  return [
    ...(isReached
      ? line('quotaReached', settings, {
          words: `At ${toPercentText(attainment.share)} of the quota`,
          question: 'What worked that the others should know?',
        })
      : []),
    ...won.flatMap(({ dealId, name, wonOn }) =>
      line('dealWon', settings, {
        of: dealId,
        words: `${name}, won on ${showDay(wonOn)}`,
        question: 'What made the difference?',
        dealId,
      }),
    ),
  ];
}

function raiseSkill({ lowestSkill }: AgendaFacts, settings: RuleSettings): AgendaLine | null {
  if (lowestSkill === null) return null;
  const { name, level, nextAnchor } = lowestSkill;
  const [skill = null] = line('lowestSkill', settings, {
    words:
      nextAnchor === null
        ? `${name}, at the highest level`
        : `${name}, at level ${level}. Next: ${nextAnchor}`,
    question: 'Where could you try it this week?',
  });
  return skill;
}
