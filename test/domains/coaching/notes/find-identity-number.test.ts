import fc from 'fast-check';
import { findIdentityNumber } from '../../../../src/domains/coaching/notes/find-identity-number.ts';

test.each([
  // Numbers that card schemes and banks publish for tests.
  ['Her card is 4111 1111 1111 1111, charge it', 'a payment card number'],
  ['5555-5555-5555-4444', 'a payment card number'],
  ['378282246310005.', 'a payment card number'],
  ['Pay DE89 3704 0044 0532 0130 00 today', 'a bank account number (IBAN)'],
  ['GB82WEST12345698765432', 'a bank account number (IBAN)'],
  ['His SSN is 123-45-6789', 'a social security number'],
  ['NI number AB 12 34 56 C', 'a national insurance number'],
])('%s', (text, found) => {
  expect(findIdentityNumber(text)).toBe(found);
});

test.each([
  'The deal is worth 4,111,111,111,111,111 in the long run',
  'Call +49 30 1234 5678 901',
  'Record 62515000000007001 in HubSpot',
  '4111 1111 1111 1112',
  'DE89 3704 0044 0532 0130 01',
  'Closes 2026-12-30, 24000 EUR, budget 1,240,000.50',
  'Order 000-12-3456',
  '',
])('%s holds none', (text) => {
  expect(findIdentityNumber(text)).toBeNull();
});

/** The check digit that Luhn's rule asks for after these digits. */
function luhnDigit(digits: string): string {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}

test('any issued card is found, however it is written, and whatever stands around it', () => {
  const digits = fc
    .tuple(fc.constantFrom('3', '4', '5', '6'), fc.stringMatching(/^\d{14}$/))
    .map(([first, rest]) => `${first}${rest}`);
  fc.assert(
    fc.property(digits, fc.constantFrom('', ' ', '-'), (body, gap) => {
      const written = `${body}${luhnDigit(body)}`.replace(/(\d{4})(?=\d)/g, `$1${gap}`);
      expect(findIdentityNumber(`see ${written} please`)).toBe('a payment card number');
    }),
  );
});

test('a text of 65,536 characters is read through at once', () => {
  expect(findIdentityNumber('1234 '.repeat(13_107))).not.toBe('a social security number');
  expect(findIdentityNumber('A'.repeat(65_536))).toBeNull();
  expect(findIdentityNumber('1'.repeat(65_536))).toBeNull();
});
