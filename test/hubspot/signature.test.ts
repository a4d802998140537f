import { Signature } from '@hubspot/api-client';
import { decodeSignedEscapes, signRequest, verifySignature } from '../../src/hubspot/index.ts';

const secret = 'secret';
const timestamp = '1700000000000';
const now = Number(timestamp);
const rawBody = Buffer.from('{"a":1}');
const post = { method: 'POST', uri: 'https://api.example.com/hs?portalId=1', rawBody, timestamp };

describe('signing', () => {
  it('gives the known signature of a known request', () => {
    expect(signRequest(secret, post)).toBe('3JJZsYI8PmVJu3pJ+lWzhu3dV7A4zWYw5lUbATKJEJU=');
  });

  it("agrees with HubSpot's own client", () => {
    const sentAt = Date.now();
    const request = { ...post, timestamp: String(sentAt) };
    expect(
      Signature.isValid({
        signatureVersion: 'v3',
        signature: signRequest(secret, request),
        method: 'POST',
        clientSecret: secret,
        requestBody: rawBody.toString(),
        url: post.uri,
        timestamp: sentAt,
      }),
    ).toBe(true);
  });
});

it.each([
  ['%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B', ":/?@!$'()*,;"],
  ['%3a%2f', ':/'],
  ['a%20b%2Bc%25%26%3D%23', 'a%20b%2Bc%25%26%3D%23'],
  ['%2540', '%2540'],
  ['/x?userEmail=ana%40example.com&at=%2Fz', '/x?userEmail=ana@example.com&at=/z'],
])('decodes of %s what HubSpot decodes', (sent, decoded) => {
  expect(decodeSignedEscapes(sent)).toBe(decoded);
});

describe('verifying', () => {
  const uri = 'https://sideline.example.com/a%40b/cards?userEmail=ana%40example.com&q=a%20b';
  const get = { method: 'GET', uri, rawBody: Buffer.alloc(0), timestamp };
  const received = (changes: Partial<Parameters<typeof verifySignature>[0]> = {}) =>
    verifySignature({ ...get, secrets: [secret], now, signature: signRequest(secret, get), ...changes });

  it.each([
    ['as it was sent', uri],
    ['decoded throughout', 'https://sideline.example.com/a@b/cards?userEmail=ana@example.com&q=a%20b'],
    ['decoded in the query', 'https://sideline.example.com/a%40b/cards?userEmail=ana@example.com&q=a%20b'],
  ])('accepts the address %s', (_name, signed) => {
    expect(received({ signature: signRequest(secret, { ...get, uri: signed }) })).toBe(true);
  });

  it('refuses an address decoded any further', () => {
    const signed = decodeURIComponent(uri);
    expect(received({ signature: signRequest(secret, { ...get, uri: signed }) })).toBe(false);
  });

  it.each([
    ['now', 0, true],
    ['five minutes old', 300_000, true],
    ['older', 300_001, false],
    ['a minute ahead', -60_000, true],
    ['further ahead', -60_001, false],
  ])('%s', (_name, ageMs, accepted) => {
    expect(received({ now: now + ageMs })).toBe(accepted);
  });

  it.each([undefined, '', 'abc', '17000000000001234', '-1', '1e12', ' 1700000000000'])(
    'refuses the timestamp %j',
    (malformed) => {
      const signature = signRequest(secret, { ...get, timestamp: malformed ?? '' });
      expect(received({ timestamp: malformed, signature })).toBe(false);
    },
  );

  it('refuses another method, address, body, secret or signature', () => {
    const signature = signRequest(secret, get);
    expect(received({ signature, method: 'POST' })).toBe(false);
    expect(received({ signature, uri: `${uri}&portalId=2` })).toBe(false);
    expect(received({ signature, rawBody: Buffer.from(' ') })).toBe(false);
    expect(received({ signature, secrets: ['other'] })).toBe(false);
    expect(received({ signature, secrets: [] })).toBe(false);
    expect(received({ signature: undefined })).toBe(false);
    expect(received({ signature: '' })).toBe(false);
    expect(received({ signature: signature.slice(0, -1) })).toBe(false);
    expect(received({ signature: signature.replace('=', '') })).toBe(false);
  });

  it('accepts the old and the new secret while one replaces the other', () => {
    expect(received({ secrets: ['new', secret] })).toBe(true);
  });

  it('never takes an empty secret for one', () => {
    const signature = signRequest('', get);
    expect(received({ signature, secrets: [''] })).toBe(false);
    expect(received({ signature, secrets: [secret, ''] })).toBe(false);
  });

  it('signs the bytes of the body, not the text they may stand for', () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d]);
    const signature = signRequest(secret, { ...post, rawBody: body });
    const delivery = { ...post, secrets: [secret], now, signature };
    expect(verifySignature({ ...delivery, rawBody: body })).toBe(true);
    expect(verifySignature({ ...delivery, rawBody: Buffer.from(body.toString('utf8')) })).toBe(false);
  });
});
