import { answer, type Answer } from '../http/answer.ts';

/** A refusal of the token endpoint: RFC 6749's fields and HubSpot's older ones. */
export function tokenError(error: string, status: string, message: string): Answer {
  return answer(400, { error, error_description: message, status, message });
}
