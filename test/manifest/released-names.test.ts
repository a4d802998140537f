import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from './our-manifest.ts';

interface Released {
  uids: string[];
  properties: string[];
}

// Names are for ever: a changed uid takes a card off every layout, a changed property name breaks customers' views,
// reports and workflows. A new name is added to the list with its release; none is ever changed or taken out.
const released = JSON.parse(readFileSync(join(import.meta.dirname, 'released.json'), 'utf8')) as Released;

it('every uid is as it was released', () => {
  const { webhooks, cards, settings, home, workflowActions } = manifest;
  const uids = [
    manifest.uid,
    ...[webhooks, settings, home, ...cards, ...workflowActions].map((component) => component.uid),
  ];
  expect(uids.sort()).toEqual(released.uids);
});

it('every property is named as it was released', () => {
  expect(manifest.properties.definitions.map((definition) => definition.name).sort()).toEqual(
    released.properties,
  );
});
