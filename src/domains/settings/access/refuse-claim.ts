import type { Refusal } from '../../../http/index.ts';
import type { HubSpotFailure, User } from '../../../hubspot/index.ts';
import type { Result } from '../../../kernel/result.ts';

/**
 * Why somebody does not become ops, from what HubSpot answers of the user; null where it calls this very user a super
 * admin. The answer is null where Sideline may not ask.
 */
export function refuseClaim(
  asked: Result<Pick<User, 'id' | 'superAdmin'> | null, Pick<HubSpotFailure, 'code' | 'message'>>,
  userId: string,
): Refusal | null {
  if (!asked.ok && asked.failure.code !== 'not_found')
    return {
      code: 'unavailable',
      message: `HubSpot did not say whether you are a super admin: ${asked.failure.message} Try again in a minute.`,
    };
  if (asked.ok && asked.value === null)
    return {
      code: 'forbidden',
      message:
        'Sideline may not ask HubSpot who is a super admin: your account has not granted it, or it is switched off. Whoever is ops can allow it under Features, or make you ops.',
    };
  if (!asked.ok || asked.value?.id !== userId || !asked.value.superAdmin)
    return {
      code: 'forbidden',
      message:
        'HubSpot says that you are no super admin of this account, so you cannot become ops by yourself. Ask whoever is ops to make you ops too.',
    };
  return null;
}
