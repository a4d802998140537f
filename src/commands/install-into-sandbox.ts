import type { SandboxReady } from './sandbox-process.ts';

/**
 * Walks the marketplace's install as an admin's browser would: our install address, HubSpot's consent page, the consent,
 * our callback. Nothing is short-cut; only the person who presses "Connect" is played.
 */
export async function installIntoSandbox(serviceOrigin: string, sandbox: SandboxReady): Promise<void> {
  const begun = await fetch(`${serviceOrigin}/oauth/install`, { redirect: 'manual' });
  const consentPage = locationOf(begun, 'the install address');
  const cookie = begun.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const consented = await fetch(consentPage, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ userId: String(sandbox.adminUserId) }),
  });
  const callback = locationOf(consented, "the portal's consent page");
  const finished = await fetch(callback, { headers: { cookie } });
  if (!finished.ok) throw new Error(`The install could not be finished: ${await finished.text()}`);
}

function locationOf(response: Response, what: string): string {
  const location = response.headers.get('location');
  if (response.status !== 302 || !location) {
    throw new Error(`${what} answered ${String(response.status)} instead of sending us on.`);
  }
  return location;
}
