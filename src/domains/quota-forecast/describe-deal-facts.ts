import { localDay } from '../../kernel/local-day.ts';
import { formatMoney, parseMoney } from '../../kernel/money.ts';

/** The deal's own facts, for everybody who can open it: `'24,000 EUR · Negotiation · closes 30 Dec 2026'`. */
export function describeDealFacts({
  amount,
  currency,
  stageLabel,
  closeAt,
  isClosed,
  timeZone,
}: {
  readonly amount: string | null;
  readonly currency: string;
  readonly stageLabel: string;
  readonly closeAt: Date | null;
  readonly isClosed: boolean;
  readonly timeZone: string;
}): string {
  const money = parseMoney(amount, currency);
  const close =
    closeAt === null ? 'no close date' : `${isClosed ? 'closed' : 'closes'} ${localDay(closeAt, timeZone)}`;
  return [money ? formatMoney(money) : 'no amount', stageLabel, close].join(' · ');
}
