import { Router } from 'express';
import { refuse } from './refuse.ts';
import type { Throttle, TurnedAway } from './throttle.ts';

/** Stands before routes that anybody may ask without a signature: one address is not served without end. */
export function limitAddresses(
  paths: string[],
  { admitAddress }: Pick<Throttle, 'admitAddress'>,
  tell: (turnedAway: TurnedAway) => void,
): Router {
  const router = Router();
  router.get(paths, async (request, response, next) => {
    const turnedAway = await admitAddress(request.ip ?? '');
    if (turnedAway === null) {
      next();
      return;
    }
    tell(turnedAway);
    refuse(response, tooMany(turnedAway));
  });
  return router;
}

export function tooMany({ waitSeconds }: TurnedAway) {
  const unit = waitSeconds === 1 ? 'second' : 'seconds';
  return {
    code: 'too_many_requests',
    message: `That was more than Sideline answers at a time. Try again in ${waitSeconds} ${unit}.`,
    retryAfterSeconds: waitSeconds,
  } as const;
}
