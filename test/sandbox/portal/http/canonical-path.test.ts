import { canonicalPath } from '../../../../src/sandbox/portal/http/canonical-path.ts';

test.each([
  ['/crm/objects/2026-09/deals', '/crm/objects/deals'],
  ['/crm/objects/2026-03/deals/5', '/crm/objects/deals/5'],
  ['/crm/v3/objects/deals/batch/read', '/crm/objects/deals/batch/read'],
  ['/crm/v3/objects/deals/splits/batch/read', '/deal-splits/batch/read'],
  ['/deal-splits/2026-09/batch/upsert', '/deal-splits/batch/upsert'],
  ['/crm/v3/owners/', '/crm/owners/'],
  ['/crm/owners/2026-09', '/crm/owners'],
  ['/crm/pipelines/2026-09/deals', '/crm/pipelines/deals'],
  ['/settings/users/2026-03/teams', '/settings/users/teams'],
  ['/settings/teams/2026-09-beta', '/settings/teams'],
  ['/oauth/2026-09/token/introspect', '/oauth/token/introspect'],
  ['/oauth/v1/token', '/oauth/token'],
])('%s is %s', (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical);
});

test.each([
  '/crm/objects/2027-03/deals',
  '/crm/objects/deals',
  '/settings/users/2026-09',
  '/settings/teams/2026-09',
  '/crm/objects/2026-09x/deals',
  '/oauth/authorize',
])('%s is no path of the API', (path) => {
  expect(canonicalPath(path)).toBeNull();
});
