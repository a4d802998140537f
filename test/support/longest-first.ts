import sequencer from '@jest/test-sequencer';

/** What takes longest on two cores, longest first: what begins last keeps one worker while the others have nothing left. */
const longest = [
  'sync/survive/survive',
  'browser/settings-walk',
  'browser/coaching-walk',
  'browser/first-walk',
  'sync/backfill/backfill-deals',
  'access/coaching-matrix',
  'jobs/queue',
  'sync/order',
  'sync/interruptions',
  'browser/coaching-card',
  'access/logs',
  'access/every-route',
  'browser/interactions',
];

// Its types are written for CommonJS.
const Sequencer = sequencer as unknown as typeof sequencer.default;
type Tests = Parameters<InstanceType<typeof Sequencer>['sort']>[0];

/** A clean clone remembers no durations; Jest would begin with the largest files. */
export default class LongestFirst extends Sequencer {
  override sort(tests: Tests): Tests {
    const rank = ({ path }: Tests[number]): number => {
      const found = longest.findIndex((name) => path.includes(`/test/${name}.test.`));
      return found < 0 ? longest.length : found;
    };
    return (super.sort(tests) as Tests).sort((one, other) => rank(one) - rank(other));
  }
}
