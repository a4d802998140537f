import { Router } from 'express';
import { namedFeatures } from './features/ask-for-scopes.ts';
import type { InstallDependencies } from './dependencies.ts';
import { finishInstall } from './finish-install.ts';
import { sayInstalled, sayRefused } from './pages.ts';
import { readCallback } from './read-callback.ts';
import { startInstall } from './start-install.ts';

const COOKIE = 'sideline_install';

/** The two addresses of the marketplace's install flow; `onInstalled` starts the first pull. */
export function installRouter(
  deps: InstallDependencies,
  onInstalled: (portalId: number) => Promise<void>,
): Router {
  const router = Router();
  const secure = deps.publicUrl.startsWith('https:');

  router.get('/oauth/install', async (request, response) => {
    const { location, state } = await startInstall(deps, namedFeatures(request.query));
    response.cookie(COOKIE, state, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/oauth',
      maxAge: 600_000,
    });
    response.redirect(302, location);
  });

  router.get(deps.manifest.redirectPath, async (request, response) => {
    const callback = readCallback(request.query, {
      cookieState: readCookie(request.get('cookie'), COOKIE),
      hubspotOrigin: deps.authorizeOrigin,
    });
    const finished = callback.ok ? await finishInstall(deps, callback.value.answer) : callback;
    if (!finished.ok) {
      response.status(400).type('html').send(sayRefused(finished.failure.message));
      return;
    }
    await onInstalled(finished.value.portalId);
    response.clearCookie(COOKIE, { path: '/oauth' });
    const returnUrl = callback.ok && callback.value.returnUrl;
    if (returnUrl) response.redirect(302, returnUrl);
    else response.type('html').send(sayInstalled(finished.value.warning));
  });

  return router;
}

function readCookie(header: string | undefined, name: string): string | null {
  const pair = header?.split(/;\s*/).find((each) => each.startsWith(`${name}=`));
  return pair ? pair.slice(name.length + 1) : null;
}
