import {
  done,
  nothing,
  pulseRequest,
  pulseSwitchRequest,
  pulseSwitchView,
  pulseTopicRequest,
  pulseView,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { PulseService } from './service.ts';

/** What the pulse may be asked. */
export function pulseRoutes(service: PulseService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/home/coaching/pulse',
      request: nothing,
      reply: pulseView,
      handle: (caller) => service.view(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/pulse',
      request: pulseRequest,
      reply: pulseView,
      leavesNoTrace: true,
      handle: (caller, request) => service.change(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/pulse/topic',
      request: pulseTopicRequest,
      reply: done,
      handle: (caller, request) => service.putTopic(caller, request),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/coaching/pulse',
      request: nothing,
      reply: pulseSwitchView,
      handle: (caller) => service.switch.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/coaching/pulse',
      request: pulseSwitchRequest,
      reply: pulseSwitchView,
      handle: (caller, request) => service.switch.choose(caller, request),
    }),
  ];
}
