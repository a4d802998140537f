import { pino, type Logger } from 'pino';

/** Structured lines on standard error, so that standard output stays for people. Secrets are cut wherever they may stand. */
export function createLog(level: 'info' | 'warn'): Logger {
  return pino(
    {
      level,
      redact: {
        paths: ['*.authorization', '*.access_token', '*.refresh_token', '*.client_secret', '*.accessToken'],
        censor: '[secret]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
