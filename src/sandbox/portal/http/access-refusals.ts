import { refuse, type Answer } from './answer.ts';

/** HubSpot's 401 for a token that it does not know. */
export const unknownToken: Answer = refuse(401, {
  message:
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  category: 'INVALID_AUTHENTICATION',
});

/** HubSpot's 401 for a token that ended `late` milliseconds ago. */
export function expiredToken(late: number): Answer {
  const message = `The OAuth token used to make this call expired ${Math.floor(late / 60_000)} minute(s) ago.`;
  return refuse(401, { message, category: 'EXPIRED_AUTHENTICATION' });
}

/** HubSpot's 403 for a call that needs one of these scopes. */
export function lackingScopes(scopes: readonly string[]): Answer {
  return refuse(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: scopes },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  });
}
