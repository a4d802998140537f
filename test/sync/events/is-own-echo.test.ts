import { isOwnEcho } from '../../../src/sync/events/is-own-echo.ts';

const ours = { changeSource: 'INTEGRATION', sourceId: '7', propertyName: 'sideline_quota' };

test.each([
  ['what we wrote', ours, true],
  ["a person's edit of our property", { ...ours, changeSource: 'CRM_UI', sourceId: 'userId:7' }, false],
  ["another app's write to it", { ...ours, sourceId: '8' }, false],
  ['an import that bears our number', { ...ours, changeSource: 'IMPORT' }, false],
  ['our write of a property that is not ours', { ...ours, propertyName: 'amount' }, false],
  ['a creation', { changeSource: 'INTEGRATION', sourceId: '7' }, false],
  ['an event that names no source', { propertyName: 'sideline_quota' }, false],
])('%s', (_case, event, expected) => {
  expect(isOwnEcho(event, 7, new Set(['sideline_quota']))).toBe(expected);
});
