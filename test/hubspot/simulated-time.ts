/** A clock that only sleeping moves on. */
export function openSimulatedTime() {
  let now = 1_700_000_000_000;
  const sleepers: { at: number; wake: () => void }[] = [];
  /** Lets everything go on that waits for nothing but its turn. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    /** Lets sleepers go, the earliest first, until `end`. */
    runUntil: async (end: number): Promise<void> => {
      for (;;) {
        await settle();
        const next = sleepers.reduce<(typeof sleepers)[number] | undefined>(
          (first, each) => (first === undefined || each.at < first.at ? each : first),
          undefined,
        );
        if (next === undefined || next.at > end) break;
        sleepers.splice(sleepers.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = Math.max(now, end);
    },
  };
}

/** The most instants in any stretch [t, t + windowMs). */
export function densest(times: readonly number[], windowMs: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  let most = 0;
  let first = 0;
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] as number) <= at - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
