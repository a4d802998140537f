import type { QuotaSource } from '../../quota/index.ts';

const labels: Readonly<Record<QuotaSource, string>> = {
  typed: 'Typed here',
  imported: 'From a file',
  goal: 'From a HubSpot goal',
  example: 'Suggested from the past, not yours yet',
};

export function describeQuotaSource(source: QuotaSource): string {
  return labels[source];
}
