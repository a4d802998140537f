import { signRequest } from '../../../../src/sandbox/portal/webhooks/sign-request.ts';

const sign = (url: string) =>
  signRequest({ clientSecret: 'secret', method: 'POST', url, body: '{"a":1}', timestamp: 1_700_000_000_000 });

test('signs as the reference example is signed', () => {
  expect(sign('https://api.example.com/hs?portalId=1')).toMatchObject({
    'X-HubSpot-Signature-v3': '3JJZsYI8PmVJu3pJ+lWzhu3dV7A4zWYw5lUbATKJEJU=',
    'X-HubSpot-Request-Timestamp': '1700000000000',
  });
});

test('signs an address as if its twelve escapes were not there, and every other as it is', () => {
  const signature = (url: string) => sign(url)['X-HubSpot-Signature-v3'];
  expect(signature('https://a.example/x?m=a%40b.example')).toBe(
    signature('https://a.example/x?m=a@b.example'),
  );
  expect(signature('https://a.example/x?m=a%20b')).not.toBe(signature('https://a.example/x?m=a b'));
});
