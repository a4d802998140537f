import { authorizeUrl } from '../../src/hubspot/index.ts';

const input = {
  origin: 'https://app.hubspot.com/',
  clientId: 'client id',
  redirectUri: 'https://sideline.example.com/oauth/callback?a=b',
  scopes: ['oauth', 'crm.objects.deals.read'],
  optionalScopes: ['crm.objects.deals.write', 'crm.schemas.deals.write'],
  state: 'st&te',
  // The example of RFC 7636, appendix B.
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
};

it('carries everything that HubSpot needs, spaces as %20', () => {
  expect(authorizeUrl(input)).toBe(
    'https://app.hubspot.com/oauth/authorize?client_id=client%20id' +
      '&redirect_uri=https%3A%2F%2Fsideline.example.com%2Foauth%2Fcallback%3Fa%3Db' +
      '&scope=oauth%20crm.objects.deals.read' +
      '&optional_scope=crm.objects.deals.write%20crm.schemas.deals.write' +
      '&state=st%26te&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256',
  );
});

it('leaves out optional scopes when there are none', () => {
  expect(authorizeUrl({ ...input, optionalScopes: [] })).not.toContain('optional_scope');
});
