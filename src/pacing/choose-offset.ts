/** How far the store's clock is ahead of ours, as one question and its answer showed. All in milliseconds. */
export interface ClockSample {
  readonly offset: number;
  /** How long the answer took: the offset is right to half of it. */
  readonly tookMs: number;
  /** When it was taken, on our clock. */
  readonly takenAt: number;
}

/** Clocks drift apart by some milliseconds a minute at worst. */
const staleMs = 60_000;

/** Reads a clock sample off a question that was asked and answered at these moments of ours. */
export function sampleClock(question: {
  askedAt: number;
  answeredAt: number;
  storeNow: number;
}): ClockSample {
  const { askedAt, answeredAt, storeNow } = question;
  return {
    offset: storeNow - (askedAt + answeredAt) / 2,
    tookMs: answeredAt - askedAt,
    takenAt: answeredAt,
  };
}

/** Which sample to go by: the quicker answer, unless it is old, or a clock was set meanwhile. */
export function chooseOffset(kept: ClockSample | null, fresh: ClockSample): ClockSample {
  if (kept === null || fresh.takenAt - kept.takenAt > staleMs || fresh.tookMs <= kept.tookMs) return fresh;
  const contradicts = Math.abs(fresh.offset - kept.offset) > (fresh.tookMs + kept.tookMs) / 2 + 2;
  return contradicts ? fresh : kept;
}
