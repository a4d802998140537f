import {
  calibrationView,
  done,
  nothing,
  scoreCalibrationRequest,
  startCalibrationRequest,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { CalibrationService } from './service.ts';

/** Managers scoring the same deal apart from each other. */
export function calibrationRoutes(calibration: CalibrationService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/home/coaching/calibration',
      request: nothing,
      reply: calibrationView,
      handle: (caller) => calibration.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/calibration/start',
      request: startCalibrationRequest,
      reply: done,
      handle: (caller, request) => calibration.start(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/calibration/score',
      request: scoreCalibrationRequest,
      reply: done,
      handle: (caller, request) => calibration.score(caller, request),
    }),
  ];
}
