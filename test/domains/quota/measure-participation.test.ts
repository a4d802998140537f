import { measureParticipation } from '../../../src/domains/quota/measure-participation.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { standing } from './examples.ts';

test('three of five at quota, four with credit', () => {
  const standings = [
    standing(100, 100),
    standing(150, 100),
    standing(99.99, 100),
    standing(0, 100),
    standing(50, 50),
  ];
  expect(measureParticipation(standings)).toEqual(
    ok({
      carriers: 5,
      atQuota: { count: 3, share: ratio(3, 5) },
      withCredit: { count: 4, share: ratio(4, 5) },
    }),
  );
});

test('more taken back than earned is no credit', () => {
  expect(measureParticipation([standing(-5, 100)])).toMatchObject({ value: { withCredit: { count: 0 } } });
});

test('without carriers there is no share', () => {
  expect(measureParticipation([])).toEqual(err('noCarriers'));
});
