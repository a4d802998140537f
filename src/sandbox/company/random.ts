/** Repeatable draws: the same seed gives the same company, on every machine. */
export interface Random {
  /** At least 0, below 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** The index of one of the weights, which need not sum to 1. */
  readonly weigh: (weights: readonly number[]) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Log-normal with the given median; `spread` is the standard deviation of its logarithm. */
  readonly around: (median: number, spread: number) => number;
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
}

/** Draws from mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for invented deals. */
export function seedRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (low: number, high: number): number => low + next() * (high - low);
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  // Box-Muller; 1 - next() is never 0, so the logarithm stays finite.
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  return {
    next,
    between,
    whole,
    normal,
    chance: (probability) => next() < probability,
    pick: (items) => present(items[whole(0, items.length - 1)]),
    weigh: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => (left -= weight) < 0);
      return index === -1 ? weights.length - 1 : index;
    },
    around: (median, spread) => median * Math.exp(spread * normal()),
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((left, right) => left.key - right.key)
        .map(({ item }) => item),
  };
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The item, or a throw: a draw from an empty list is a fault of the generator. */
export function present<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('Nothing to draw from');
  return item;
}
