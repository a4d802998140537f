import {
  changeMeetingRequest,
  done,
  holdMeetingRequest,
  meetingRequest,
  meetingView,
  setCadenceRequest,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { MeetingsService } from './service.ts';

/** What the home page may ask of 1:1s. */
export function meetingRoutes(meetings: MeetingsService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/home/coaching/meeting',
      request: meetingRequest,
      reply: meetingView,
      handle: (caller, request) => meetings.open(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/meeting/hold',
      request: holdMeetingRequest,
      reply: done,
      handle: (caller, request) => meetings.hold(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/meeting/change',
      request: changeMeetingRequest,
      reply: done,
      handle: (caller, request) => meetings.change(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/meeting/cadence',
      request: setCadenceRequest,
      reply: done,
      handle: (caller, request) => meetings.setCadence(caller, request),
    }),
  ];
}
