import type { PortalState } from '../state/portal-state.ts';

/** What the portal knows beside a deal's own values when it computes the rest of them. */
export interface DealFacts {
  readonly companyCurrency: string;
  /** The stage's probability as a decimal text, or null when the pipeline has no such stage. */
  probability(pipelineId: string | null, stageId: string | null): string | null;
  /** Units of the company currency that one unit of `currency` is worth at the instant `at`. */
  rate(currency: string, at: string): string;
  primaryTeam(ownerId: string | null): string | null;
  splitOwners(dealId: string): readonly string[];
}

export function dealFacts(state: PortalState): DealFacts {
  const { companyCurrency } = state.account;
  return {
    companyCurrency,
    probability: (pipelineId, stageId) =>
      state.pipelines.get(pipelineId ?? '')?.stages.find(({ id }) => id === stageId)?.probability ?? null,
    rate(currency, at) {
      if (currency === companyCurrency) return '1.0';
      const rates = state.exchangeRates
        .values()
        .filter(({ from, to }) => from === currency && to === companyCurrency)
        .sort((a, b) => Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt));
      // A deal older than the first known rate gets that first one, as nothing better is known.
      const known =
        rates.findLast(({ effectiveAt }) => Date.parse(effectiveAt) <= Date.parse(at)) ?? rates[0];
      if (!known) throw new Error(`the portal has no exchange rate for ${currency}`);
      return known.rate;
    },
    primaryTeam: (ownerId) => state.people.get(ownerId ?? '')?.teamId ?? null,
    splitOwners: (dealId) => (state.splits.get(dealId) ?? []).map(({ ownerId }) => ownerId),
  };
}
