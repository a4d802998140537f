export { ratio, ratioFromDecimal, oneRatio, zeroRatio, type Ratio } from './ratio/ratio.ts';
export { addRatios, multiplyRatios, subtractRatios, compareRatios, sumRatios } from './ratio/arithmetic.ts';
export { roundRatio, type Rounding } from './ratio/round-ratio.ts';
export { toDecimal, toNumber, toPercentText } from './ratio/show-ratio.ts';
