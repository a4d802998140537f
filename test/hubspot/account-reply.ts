/** What GET /account-info/…/details answers. */
export const accountReply = {
  portalId: 62515,
  accountType: 'DEVELOPER_TEST',
  timeZone: 'US/Eastern',
  companyCurrency: 'USD',
  additionalCurrencies: ['EUR'],
  utcOffset: '-05:00',
  utcOffsetMilliseconds: -18_000_000,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'na1',
};
export const accountPath = '/account-info/2026-09/details';
