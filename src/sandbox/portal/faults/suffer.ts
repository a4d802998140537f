import type { RequestHandler, Response } from 'express';
import { canonicalPath } from '../http/canonical-path.ts';
import { send } from '../http/serve-route.ts';
import type { Portal } from '../portal.ts';
import type { Fate } from './fate.ts';

/** Lets calls meet the faults that were ordered for them: before their effect here, after it where they are answered. */
export function faultGate(portal: Portal): RequestHandler {
  return (request, response, next) => {
    const spelt = canonicalPath(request.path);
    const fate = spelt === null ? null : portal.faults.strikeCall(request.method, [request.path, spelt]);
    if (!fate) next();
    else if (fate.effect === 'before') suffer(response, fate);
    else {
      spoilAnswer(response, fate);
      next();
    }
  };
}

function suffer(response: Response, fate: Fate): void {
  if (fate.kind === 'answer') send(response, fate.answer);
  else if (fate.kind === 'html') response.status(fate.status).type('html').send(fate.html);
  else if (fate.milliseconds === 0) response.socket?.destroy();
  else {
    const cut = setTimeout(() => response.socket?.destroy(), fate.milliseconds);
    cut.unref();
    response.on('close', () => clearTimeout(cut));
  }
}

/** The call goes through; whatever it would have been answered, its caller meets the fault instead. */
function spoilAnswer(response: Response, fate: Fate): void {
  const [end, json] = [response.end.bind(response), response.json.bind(response)];
  const meet = () => {
    Object.assign(response, { end, json });
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    suffer(response, fate);
    return response;
  };
  response.json = meet;
  response.end = meet;
}
