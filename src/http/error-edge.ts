import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { refuse } from './refuse.ts';

/**
 * Where every thrown error ends. What it says goes to the log, without the request's query, which carries an address;
 * the caller learns only that it was our fault, or that the body could not be read.
 */
export function handleError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = (error as { status?: number }).status;
    if (response.headersSent) {
      next(error);
      return;
    }
    if (status === 413) {
      const message = 'The request is larger than 1 MB. Send it in several parts.';
      refuse(response, { code: 'bad_request', message, status });
      return;
    }
    if (status !== undefined && status >= 400 && status < 500) {
      refuse(response, { code: 'bad_request', message: 'The request cannot be read.' });
      return;
    }
    const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
    log.error({ err: error, requestId: response.locals['requestId'] as unknown, route }, 'request failed');
    refuse(response, {
      code: 'internal',
      message: 'Something went wrong on our side. Try again in a minute.',
    });
  };
}
