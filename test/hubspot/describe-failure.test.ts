import fc from 'fast-check';
import { describeFailure } from '../../src/hubspot/describe-failure.ts';

const rejected = { code: 'rejected', status: 400 } as const;

it('reads a refused token request, whose status is the finer code', () => {
  const body = {
    error: 'invalid_grant',
    error_description: 'refresh token is invalid, expired or revoked',
    status: 'BAD_REFRESH_TOKEN',
  };
  expect(describeFailure({ code: 'grant_rejected', status: 400, body })).toEqual({
    code: 'grant_rejected',
    status: 400,
    message: 'refresh token is invalid, expired or revoked',
    category: 'invalid_grant',
    reason: 'BAD_REFRESH_TOKEN',
  });
});

it("reads a portal's own rule about required properties", () => {
  const message = 'my_property is required because of a conditional property rule based on [country]';
  const body = {
    status: 'error',
    category: 'VALIDATION_ERROR',
    correlationId: 'c2',
    errors: [
      {
        code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
        message,
        context: { propertyName: ['my_property'] },
      },
    ],
  };
  expect(describeFailure({ ...rejected, body })).toEqual({
    ...rejected,
    message,
    category: 'VALIDATION_ERROR',
    reason: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
    correlationId: 'c2',
    propertyNames: ['my_property'],
  });
});

it('prefers the words of the single errors to a message that nests them as JSON', () => {
  const errors = [
    { message: 'abc was not a valid number.', code: 'INVALID_DOUBLE', context: { propertyName: ['amount'] } },
    {
      message: 'Property "foo" does not exist',
      code: 'PROPERTY_DOESNT_EXIST',
      context: { propertyName: 'foo' },
    },
  ];
  const message = 'Property values were not valid: [{"isValid":false,"portalId":62515}]';
  expect(describeFailure({ ...rejected, body: { category: 'VALIDATION_ERROR', message, errors } })).toEqual({
    ...rejected,
    message: 'abc was not a valid number.; Property "foo" does not exist',
    category: 'VALIDATION_ERROR',
    reason: 'INVALID_DOUBLE',
    propertyNames: ['amount', 'foo'],
  });
});

it('keeps what it can read when one field is of an unforeseen type', () => {
  const body = { message: 'no', category: 7, errors: [{ code: 'X', context: 'none' }], correlationId: 'c3' };
  expect(describeFailure({ ...rejected, body })).toEqual({
    ...rejected,
    message: 'no',
    reason: 'X',
    correlationId: 'c3',
  });
});

it.each([undefined, null, '', 'text', 7, [], [{}]])('says the status when the body is %j', (body) => {
  expect(describeFailure({ ...rejected, body })).toEqual({
    ...rejected,
    message: 'HubSpot answered with status 400.',
  });
});

it('makes one line of at most 300 characters of any words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), (message) => {
      const described = describeFailure({ ...rejected, body: { message } }).message;
      expect(described.length).toBeLessThanOrEqual(300);
      expect(described).not.toContain('\n');
    }),
  );
});
