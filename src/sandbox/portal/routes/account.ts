import { tzOffset } from '@date-fns/tz';
import { answer } from '../http/answer.ts';
import type { Route } from '../http/route.ts';

export const accountRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/account-info/details',
    scopes: () => ['oauth'],
    limit: 'rolling',
    answer({ portal: { state, businessClock } }) {
      const { account } = state;
      const minutes = tzOffset(account.timeZone, businessClock.now());
      return answer(200, {
        portalId: account.portalId,
        portalName: account.name,
        accountType: 'DEVELOPER_TEST',
        timeZone: account.timeZone,
        companyCurrency: account.companyCurrency,
        additionalCurrencies: account.additionalCurrencies,
        utcOffset: offsetText(minutes),
        utcOffsetMilliseconds: minutes * 60_000,
        uiDomain: 'app.hubspot.com',
        dataHostingLocation: 'na1',
        createdAt: state.createdAt,
      });
    },
  },
];

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
