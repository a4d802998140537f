/** Three to six round numbers from 0 (or below) that cover `least` to `most`: the lines of a chart. */
export function niceTicks(least: number, most: number): number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, most, low + Number.MIN_VALUE);
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first;
  return Array.from({ length: count + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
