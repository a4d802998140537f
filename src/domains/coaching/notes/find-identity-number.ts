/** A number by which somebody could be paid for or impersonated: it has no place in a coaching note. */
export type IdentityNumber =
  | 'a payment card number'
  | 'a bank account number (IBAN)'
  | 'a social security number'
  | 'a national insurance number';

/**
 * The first number in a text that must not be kept, or null. Cards are 13 to 19 digits that pass Luhn's check (ISO/IEC 7812)
 * and begin as issued cards do; an IBAN passes its modulo 97 (ISO 7064); a US social security number and a UK national
 * insurance number are known by their form. An amount, a phone number or a record's id is none of these.
 */
export function findIdentityNumber(text: string): IdentityNumber | null {
  if (matches(text, /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]*\d)/g).some(isCard))
    return 'a payment card number';
  if (matches(text, /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}\b/g).some(isIban))
    return 'a bank account number (IBAN)';
  if (/(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/.test(text))
    return 'a social security number';
  if (
    /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/.test(text)
  )
    return 'a national insurance number';
  return null;
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([found]) => found.replace(/[ -]/g, ''));

function isCard(digits: string): boolean {
  if (!/^[2-6]/.test(digits)) return false;
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

function isIban(written: string): boolean {
  if (written.length < 15 || written.length > 34) return false;
  const moved = `${written.slice(4)}${written.slice(0, 4)}`;
  const digits = Array.from(moved)
    .map((character) => Number.parseInt(character, 36).toString())
    .join('');
  return BigInt(digits) % 97n === 1n;
}
