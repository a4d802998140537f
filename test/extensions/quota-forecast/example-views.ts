import type {
  Failure,
  Likelihood,
  QuotaForecastView,
  Standing,
  WhatIfView,
} from '../../../src/contract/index.ts';

/** What the owner of an open deal sees. */
export function exampleView(changes: Partial<QuotaForecastView> = {}): QuotaForecastView {
  return {
    viewer: 'owner',
    periodLabel: 'Q4 2026',
    asOfLabel: 'as of 24 Nov, 10:42',
    dealName: 'Acme: 40 seats',
    standing: exampleStanding(),
    contribution: { sentence: '24,000 EUR · would take you to 79 %', remark: null },
    dealFacts: '24,000 EUR · Negotiation · closes 30 Dec 2026',
    likelihood: exampleLikelihood(),
    whatIf: { amount: '24000.00', currency: 'EUR', closeDate: '2026-12-30' },
    audience: 'Seen by you, Maria Lang (your manager) and ops.',
    ...changes,
  };
}

type Measured = Extract<Standing, { kind: 'measured' }>;
export function exampleStanding(changes: Partial<Measured> = {}): Measured {
  return {
    kind: 'measured',
    headline: 'You are at 71 %',
    attainment: { value: 0.71, text: '71 %' },
    progress: '213,000 of 300,000 EUR',
    pace: 'On pace for 84 %',
    needed: '6,200 EUR a working day needed, you run at 5,100',
    isExampleQuota: false,
    remarks: [],
    ...changes,
  };
}

type Estimated = Extract<Likelihood, { kind: 'estimated' }>;
export function exampleLikelihood(changes: Partial<Estimated> = {}): Estimated {
  return {
    kind: 'estimated',
    probability: { value: 0.38, text: '38 %' },
    label: 'Likely this quarter',
    evidence: '15 of 40 deals like this were won in time',
    basis: 'cells',
    forecastAmount: '9,120 EUR',
    explanation: [
      '40 closed deals were in Negotiation at this age.',
      '15 of them were won by the end of their quarter.',
    ],
    ...changes,
  };
}

export function exampleWhatIf(changes: Partial<WhatIfView> = {}): WhatIfView {
  return {
    sentence: 'Close this at 40,000 EUR by 30 Dec: 71 → 84 %; then 4,100 EUR a working day.',
    attainment: { value: 0.84, text: '84 %' },
    remark: null,
    ...changes,
  };
}

export function exampleFailure(code: Failure['error']['code'], message = 'Words of the service.'): Failure {
  return { error: { code, message } };
}
