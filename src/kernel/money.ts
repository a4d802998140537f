export { minorDigits } from './money/minor-digits.ts';
export { money, zeroMoney, type Money } from './money/money.ts';
export { parseMoney } from './money/parse-money.ts';
export { add, negate, subtract, sumMoney } from './money/arithmetic.ts';
export { allocate } from './money/allocate.ts';
export { convert } from './money/convert.ts';
export { divideMoney, multiplyByRatio } from './money/scale-money.ts';
export { formatMoney, toDecimalString } from './money/show-money.ts';
