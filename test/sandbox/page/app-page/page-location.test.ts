import { addressOfPage, pageLocation } from '../../../../src/sandbox/page/app-page/page-location.ts';

const query = (text: string) => new URLSearchParams(text);

test.each([
  ['/home', '', { path: '/', params: {} }],
  ['/home/', '', { path: '/', params: {} }],
  ['/home/team', 'as=4', { path: '/team', params: {} }],
  ['/home/team/north', 'as=4&period=2026-Q4', { path: '/team/north', params: { period: '2026-Q4' } }],
  ['/settings', 'as=4', { path: '/', params: {} }],
])('%s?%s is %j to the app', (path, search, expected) => {
  expect(pageLocation(path, query(search))).toEqual(expected);
});

test.each([
  [{ to: '/' }, { path: '/home', query: {} }],
  [{ to: '/team' }, { path: '/home/team', query: {} }],
  [
    { to: '/team/:team', params: { team: 'north sea', period: '2026-Q4' } },
    { path: '/home/team/north%20sea', query: { period: '2026-Q4' } },
  ],
  [
    { to: '/team/:team', params: {} },
    { path: '/home/team/:team', query: {} },
  ],
])('%j is at %j', (target, expected) => {
  expect(addressOfPage(target)).toEqual(expected);
});
