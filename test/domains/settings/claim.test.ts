import { auditOf } from '../../../src/access/index.ts';
import { refuseClaim } from '../../../src/domains/settings/access/refuse-claim.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { people, smallCompany } from '../../support/small-company.ts';
import { startService, type TestService } from '../../support/start-service.ts';
import { ask, newKey, tell } from './ask-settings.ts';

const [olga, maria, ana] = [people.olga.userId, people.maria.userId, people.ana.userId];
let service: TestService;

/** Maria is a super admin too, and no ops: Olga connected Sideline. */
function withTwoSuperAdmins() {
  const company = smallCompany();
  return {
    ...company,
    users: company.users.map((user) => (user.userId === maria ? { ...user, superAdmin: true } : user)),
  };
}

beforeAll(async () => {
  service = await startService({ seed: withTwoSuperAdmins });
  await service.connect();
}, 120_000);
afterAll(() => service.stop(), 60_000);

const claims = async () => {
  const entries = await auditOf(service.sideline.database.db, service.portalId).listBefore(null, 50);
  return entries.filter(({ action }) => action === 'claim role').map(({ userId }) => userId);
};
const switchTo = async (isOn: boolean) => {
  const { body } = await ask(service, 'features', olga);
  const { id } = body.features.find(({ title }: { title: string }) => title === 'Ops by super admins');
  await tell(service, 'features', olga, { id, isOn });
};

test('whoever is no super admin stays without the role, and is told why', async () => {
  for (const userId of [ana, 999_999]) {
    const { status, body } = await tell(service, 'roles/claim', userId);
    expect([status, body.error.code]).toEqual([403, 'forbidden']);
    expect(body.error.message).toContain('HubSpot says that you are no super admin');
    expect((await ask(service, 'roles', userId)).status).toBe(403);
  }
  expect(await claims()).toEqual([]);
});

test('where Sideline may not ask HubSpot, nobody becomes ops', async () => {
  await switchTo(false);
  const { status, body } = await tell(service, 'roles/claim', maria);
  expect([status, body.error.code]).toEqual([403, 'forbidden']);
  expect(body.error.message).toContain('Sideline may not ask HubSpot');
  await switchTo(true);
  expect(await claims()).toEqual([]);
});

test('a super admin becomes ops, once, and it is told', async () => {
  const key = newKey();
  for (const each of [key, key, newKey()]) {
    const { status, body } = await tell(service, 'roles/claim', maria, { key: each });
    expect(status).toBe(200);
    expect(body.ops.find(({ isYou }: { isYou: boolean }) => isYou)).toMatchObject({
      name: 'Maria Ruiz',
      since: expect.stringMatching(/, as a super admin of HubSpot$/),
    });
  }
  expect(await claims()).toEqual([String(maria)]);
  const { body } = await ask(service, 'audit', maria);
  expect(body.entries[0]).toMatchObject({
    who: 'Maria Ruiz',
    action: 'Became ops as a super admin of HubSpot',
  });
});

test.each([
  ['a super admin', ok({ id: '7', superAdmin: true }), undefined],
  ['somebody else', ok({ id: '8', superAdmin: true }), 'forbidden'],
  ['no super admin', ok({ id: '7', superAdmin: false }), 'forbidden'],
  ['nobody that HubSpot knows', err({ code: 'not_found' as const, message: 'gone' }), 'forbidden'],
  ['not to be asked', ok(null), 'forbidden'],
  ['not answered', err({ code: 'unavailable' as const, message: 'down.' }), 'unavailable'],
])('HubSpot’s answer: %s', (_what, answer, code) => {
  expect(refuseClaim(answer, '7')?.code).toBe(code);
});
