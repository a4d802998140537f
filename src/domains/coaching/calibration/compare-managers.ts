import type { CalibrationView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { mapLevels } from '../rubric/map-levels.ts';
import { measureAgreement, type Agreement, type DoubleScoring } from '../rubric/measure-agreement.ts';
import type { Calibration } from './types.ts';

type Agreements = CalibrationView['agreements'];

interface Comparison {
  /** Who looks: the director of a calibration is told of every pair in it, a manager of the pairs that they are in. */
  readonly viewerId: string;
  readonly nameOf: (ownerId: string) => string;
  /** The rubric's name and number of levels; undefined where it is gone. */
  readonly rubricOf: (calibration: Calibration) => { readonly name: string; readonly of: number } | undefined;
}

/** How far any two managers agree, over everything that both have scored by one rubric with as many levels. */
export function compareManagers(
  calibrations: readonly Calibration[],
  { viewerId, nameOf, rubricOf }: Comparison,
): Agreements {
  const pairs = calibrations.flatMap((calibration) => {
    const rubric = rubricOf(calibration);
    if (!rubric) return [];
    return listPairs(calibration, viewerId).map(([one, other, double]) => ({
      key: [calibration.rubricId, rubric.of, one, other].join(' '),
      who: `${nameOf(one)} and ${nameOf(other)}`,
      rubricName: rubric.name,
      double,
    }));
  });
  return [...Map.groupBy(pairs, ({ key }) => key).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const agreement = measureAgreement(alike.map(({ double }) => double));
    return [{ who: first.who, rubricName: first.rubricName, ...describe(agreement) }];
  });
}

function listPairs(
  { scorings, directorId }: Calibration,
  viewerId: string,
): [one: string, other: string, double: DoubleScoring][] {
  const given = scorings.flatMap(({ managerId, levels }) =>
    levels === null ? [] : [{ managerId, levels: mapLevels(levels) }],
  );
  return given.flatMap((one, index) =>
    given
      .slice(index + 1)
      .filter((other) => directorId === viewerId || [one.managerId, other.managerId].includes(viewerId))
      .map((other): [string, string, DoubleScoring] => [
        one.managerId,
        other.managerId,
        { first: one.levels, second: other.levels },
      ]),
  );
}

function describe(agreement: Agreement): { kappa: string | null; basis: string } {
  const { pairs, evidence } = agreement;
  const counted = `${countNoun(pairs, 'pair')} of levels from ${countNoun(evidence, 'deal')}`;
  switch (agreement.kind) {
    case 'measured': {
      const { kappa, interval } = agreement;
      const range = interval && ` (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
      return { kappa: `${kappa.toFixed(2)}${range ?? ''}`, basis: counted };
    }
    case 'tooFew':
      return {
        kappa: null,
        basis: `Not enough yet: ${pairs} of ${agreement.neededPairs} pairs of levels, from ${evidence} of ${agreement.neededEvidence} deals`,
      };
    case 'noVariation':
      return { kappa: null, basis: `Both gave one and the same level throughout, in ${counted}` };
  }
}
