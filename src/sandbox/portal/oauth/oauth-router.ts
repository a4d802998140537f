import { Router, urlencoded, type Request, type Response } from 'express';
import { queryOf, send } from '../http/serve-route.ts';
import type { Portal } from '../portal.ts';
import { grantRequest, readAuthorizeRequest } from './authorize.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { exchangeToken } from './exchange-token.ts';
import { introspectToken, revokeToken } from './introspect-token.ts';

/** Everything of OAuth: the page for a person and the token endpoint for the app. */
export function oauthRouter(portal: Portal): Router {
  const router = Router();
  const form = urlencoded({ extended: false });
  const { storage } = portal.state;

  router.get('/oauth/authorize', (request, response) => {
    const asked = readAuthorizeRequest(portal, queryOf(request));
    if (asked.ok) response.type('html').send(consentPage(portal, asked.value));
    else response.status(400).type('html').send(refusalPage(asked.failure));
  });

  router.post('/oauth/authorize', form, (request: Request, response: Response) => {
    const asked = readAuthorizeRequest(portal, queryOf(request));
    const userId = Number((request.body as { userId?: string } | undefined)?.userId);
    const granted = asked.ok ? storage.inOneWrite(() => grantRequest(portal, asked.value, userId)) : asked;
    if (granted.ok) response.redirect(302, granted.value);
    else response.status(400).type('html').send(refusalPage(granted.failure));
  });

  router.post('/oauth/token', form, (request, response) =>
    send(
      response,
      storage.inOneWrite(() => exchangeToken(portal, request.body)),
    ),
  );
  router.post('/oauth/token/introspect', form, (request, response) =>
    send(response, introspectToken(portal, request.body)),
  );
  router.post('/oauth/token/revoke', form, (request, response) =>
    send(
      response,
      storage.inOneWrite(() => revokeToken(portal, request.body)),
    ),
  );
  return router;
}
