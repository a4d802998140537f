/** One figure of a benchmark. `ratio` is `value` divided by what it is measured against, both from this one run. */
export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What `value` is compared with, in words and with its own value. */
  readonly against: string;
  readonly ratio: number;
  /** For example `<= 1.15`, or `none` where a figure only informs. */
  readonly target: string;
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<=': (value, bound) => value <= bound,
  '>=': (value, bound) => value >= bound,
};

/** Prints a figure as one line of JSON. A target speaks of `ratio`, and `met` says whether it is reached; null without one. */
export function reportFigure(figure: Figure): void {
  const [sign = '', bound = ''] = figure.target.split(' ');
  const met = comparisons[sign]?.(figure.ratio, Number(bound)) ?? null;
  const short = (number: number) => Number(number.toPrecision(4));
  console.log(JSON.stringify({ ...figure, value: short(figure.value), ratio: short(figure.ratio), met }));
}
