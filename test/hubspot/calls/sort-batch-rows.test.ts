import fc from 'fast-check';
import { sortBatchRows } from '../../../src/hubspot/calls/sort-batch-rows.ts';

const id = fc.nat({ max: 30 }).map(String);
const ids = fc.uniqueArray(id, { maxLength: 20 });
const rowError = fc.record({
  ids: fc.array(id, { maxLength: 3 }),
  failure: fc.record({
    code: fc.constant('rejected' as const),
    status: fc.constant(207),
    message: fc.string(),
  }),
});

it('gives every row exactly one outcome, whatever HubSpot answers', () => {
  fc.assert(
    fc.property(ids, ids, fc.array(rowError, { maxLength: 4 }), (asked, answered, errors) => {
      const { updated, failed } = sortBatchRows({
        ids: asked,
        answered: answered.map((one) => ({ id: one })),
        errors,
      });
      expect([...updated, ...failed.map((row) => row.id)].sort()).toEqual([...asked].sort());
    }),
  );
});

it('never counts a row as updated that an error names', () => {
  fc.assert(
    fc.property(ids, fc.array(rowError, { minLength: 1, maxLength: 4 }), (asked, errors) => {
      const { updated } = sortBatchRows({ ids: asked, answered: asked.map((one) => ({ id: one })), errors });
      const named = new Set(errors.flatMap((error) => error.ids));
      expect(updated.filter((one) => named.has(one))).toEqual([]);
    }),
  );
});
