import nock from 'nock';
import { openHubSpot, readAccount } from '../../src/hubspot/index.ts';
import { finishInstall } from '../../src/install/finish-install.ts';
import type { InstallDependencies } from '../../src/install/index.ts';
import { startInstall } from '../../src/install/start-install.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import { createSealer } from '../../src/install/index.ts';
import { revokeEverything } from '../../src/sandbox/portal/oauth/revoke.ts';
import { beginInstall, consent, install, startService, type TestService } from '../support/start-service.ts';
import { manifest, appId } from '../support/start-portal.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await service.stop();
});

const stored = () => installOf(service.sideline.database.db, service.portalId).read();

describe('what is no install', () => {
  test('a callback without a code says why HubSpot sent none', async () => {
    const answer = await fetch(`${service.publicUrl}/oauth/callback?error_description=Not+%3Cb%3Eyou`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Not &lt;b>you');
  });

  test('an install that another browser began cannot be finished in this one', async () => {
    const { consentPage } = await beginInstall(service.publicUrl);
    const callback = await consent(consentPage);
    const other = await beginInstall(service.publicUrl);
    for (const cookie of ['', other.cookie, 'sideline_install=%', 'sideline_install=']) {
      const answer = await fetch(callback, { headers: { cookie } });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('another browser');
    }
    expect(await stored()).toBeNull();
  });

  test('an invented code is refused', async () => {
    const { consentPage, cookie } = await beginInstall(service.publicUrl);
    const state = consentPage.searchParams.get('state') ?? '';
    const answer = await fetch(`${service.publicUrl}/oauth/callback?code=invented&state=${state}`, {
      headers: { cookie },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('HubSpot did not accept the install');
    expect(await stored()).toBeNull();
  });

  describe('asked of the use case', () => {
    let now = new Date('2026-11-24T10:00:00Z');
    const deps = (change: Partial<InstallDependencies> = {}): InstallDependencies => ({
      db: service.sideline.database.db,
      hubspot: openHubSpot({
        origin: service.portal.origin,
        clientId: service.portal.app.clientId,
        clientSecret: service.portal.app.clientSecret,
        pacer: { acquire: async () => {}, observe: () => {} },
        sleep: async () => {},
        random: () => 0,
      }),
      sealer: createSealer([{ id: 'k1', key: Buffer.alloc(32, 1) }]),
      clock: { now: () => now },
      manifest,
      publicUrl: service.publicUrl,
      authorizeOrigin: service.portal.origin,
      appId,
      ...change,
    });
    const codeFor = async (location: string) =>
      new URL(await consent(new URL(location))).searchParams.get('code') ?? '';

    test('a state is good for ten minutes and for one time', async () => {
      const begun = await startInstall(deps());
      const code = await codeFor(begun.location);
      now = new Date(now.getTime() + 10 * 60_000 + 1);
      expect(await finishInstall(deps(), { code, state: begun.state })).toMatchObject({
        ok: false,
        failure: { message: expect.stringContaining('older than ten minutes') },
      });

      const again = await startInstall(deps());
      now = new Date(now.getTime() + 10 * 60_000 - 1);
      expect(
        await finishInstall(deps(), { code: await codeFor(again.location), state: again.state }),
      ).toMatchObject({ ok: true });
      expect(
        await finishInstall(deps(), { code: await codeFor(again.location), state: again.state }),
      ).toMatchObject({ ok: false, failure: { message: expect.stringContaining('used already') } });
    });

    test("another app's token is refused", async () => {
      const others = deps({ appId: appId + 1 });
      const { location, state } = await startInstall(others);
      expect(await finishInstall(others, { code: await codeFor(location), state })).toEqual({
        ok: false,
        failure: { message: 'The token belongs to another app.' },
      });
    });

    test('a code cannot be finished without the secret of the browser that asked for it', async () => {
      const mine = await startInstall(deps());
      const theirs = await startInstall(deps());
      const code = await codeFor(theirs.location);
      expect(await finishInstall(deps(), { code, state: mine.state })).toMatchObject({ ok: false });
    });
  });
});

describe('an install', () => {
  test('stores who connected what, seals the tokens and starts the first pull', async () => {
    const finished = await install(service.publicUrl);
    expect(finished.status).toBe(200);
    expect(finished.headers.getSetCookie()[0]).toMatch(/^sideline_install=;/);
    const page = await finished.text();
    expect(page).toContain('Sideline is connected');
    expect(page).not.toContain('refused');
    expect(await stored()).toMatchObject({
      name: 'Harbour Instruments',
      timeZone: 'Europe/Berlin',
      companyCurrency: 'EUR',
      connected: true,
      installedBy: '1207',
      sharingLevel: 'team',
      mayWriteBack: false,
    });
    const row = await service.sideline.database.db.selectFrom('token').selectAll().executeTakeFirstOrThrow();
    const plain = [
      ...service.portal.state.installations.entries(),
      ...service.portal.state.accessTokens.entries(),
    ].map(([token]) => token);
    for (const token of plain) expect(JSON.stringify(row)).not.toContain(token);
    while (!(await stored())?.readyAt) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  test('again keeps what ops chose', async () => {
    const installs = installOf(service.sideline.database.db, service.portalId);
    await installs.choose({ sharingLevel: 'cards' });
    expect((await install(service.publicUrl)).status).toBe(200);
    expect(await stored()).toMatchObject({ sharingLevel: 'cards', connected: true });
  });

  test('where HubSpot refuses the properties goes on without them, and says so', async () => {
    service.portal.admin.deleteProperty({ name: 'sideline_quota' });
    nock(service.portal.origin, { allowUnmocked: true })
      .post('/crm/properties/2026-09/deals')
      .reply(400, { status: 'error', category: 'VALIDATION_ERROR', message: 'No room for more properties' });
    const finished = await install(service.publicUrl);
    nock.restore();
    expect(finished.status).toBe(200);
    expect(await finished.text()).toContain(
      'no numbers are written to your deals: No room for more properties',
    );
  });

  describe('that the marketplace began', () => {
    /** HubSpot's own page asks for consent, without our state and challenge, and sends the browser on to us. */
    const codeOf = async () => {
      const { consentPage } = await beginInstall(service.publicUrl);
      for (const ours of ['state', 'code_challenge', 'code_challenge_method'])
        consentPage.searchParams.delete(ours);
      return new URL(await consent(consentPage)).searchParams.get('code') ?? '';
    };
    const arrive = (query: Record<string, string>) =>
      fetch(`${service.publicUrl}/oauth/callback?${String(new URLSearchParams(query))}`, {
        redirect: 'manual',
      });

    test('works for somebody whom we have never seen, and leads back to HubSpot', async () => {
      const returnUrl = 'https://app.hubspot.com/integrations-settings/1/installed';
      const answer = await arrive({ code: await codeOf(), returnUrl });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, returnUrl]);
      expect(await stored()).toMatchObject({ connected: true });
    });

    test.each([
      'https://evil.example/',
      'https://hubspot.com.evil.example/',
      'https://evilhubspot.com/',
      'http://app.hubspot.com/',
      'javascript:alert(1)',
      'not an address',
      '',
    ])('sends nobody to "%s"', async (returnUrl) => {
      const answer = await arrive({ code: 'any', ...(returnUrl && { returnUrl }) });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('where to go back to');
    });
  });

  test('taken back in HubSpot disconnects the portal at the next call', async () => {
    revokeEverything(service.portal.state);
    const { session } = await service.sideline.syncOf(service.portalId);
    expect(await readAccount(session)).toMatchObject({ ok: false, failure: { code: 'grant_rejected' } });
    expect(await stored()).toMatchObject({ connected: false });
    expect(await installOf(service.sideline.database.db, service.portalId).readTokens()).toBeNull();
  });

  test('made anew after that connects it again', async () => {
    expect((await install(service.publicUrl)).status).toBe(200);
    expect(await stored()).toMatchObject({ connected: true });
  });
});
