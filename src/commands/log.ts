import { pino, type DestinationStream, type Logger } from 'pino';
import { describeError } from './describe-error.ts';

/**
 * Structured lines on standard error, so that standard output stays for people. Secrets are cut wherever they may stand, and of
 * an error only what cannot be about a person is kept.
 */
export function createLog(
  level: 'info' | 'warn',
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      serializers: { err: describeError },
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    },
    destination,
  );
}

const secretNames = [
  'authorization',
  'access_token',
  'refresh_token',
  'client_secret',
  'accessToken',
  'refreshToken',
];
