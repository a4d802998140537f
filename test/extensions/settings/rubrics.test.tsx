import {
  Alert,
  Button,
  Input,
  LoadingButton,
  NumberInput,
  Panel,
  Select,
  StepperInput,
  TextArea,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import type { RubricsView } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { exampleRubrics } from './example-rubrics.ts';
import { openSettings, refusal } from './open-settings.tsx';

afterEach(() => jest.restoreAllMocks());

const PATH = '/settings/coaching/rubrics';
const anyKey = expect.stringMatching(/^[\w-]{8,64}$/);
async function open(view: RubricsView, answers: Record<string, unknown> = {}) {
  const page = openSettings({ [`GET ${PATH}`]: view, ...answers });
  await page.openTab('coaching');
  await page.reads('Rubrics');
  return page;
}
type Page = Awaited<ReturnType<typeof open>>;
const openPanel = (page: Page, id: string) => {
  page.renderer.find(Panel, ({ props }) => props.id === id).trigger('onOpen');
  return eventually(() => page.renderer.find(Input, ({ props }) => props.name === 'rubric-name'));
};
const publish = (page: Page) =>
  page.renderer.find(LoadingButton, ({ text }) => text?.startsWith('Publish') === true);
const set = (
  page: Page,
  component: typeof NumberInput | typeof TextArea | typeof Input,
  name: string,
  value: unknown,
) =>
  page.renderer
    .find(component as typeof Input, ({ props }) => props.name === name)
    .trigger('onChange', value as never);
const canPublish = (page: Page, is: boolean) =>
  eventually(() => {
    if ((publish(page).props.disabled === true) === is) throw new Error('not yet');
  });

test('lists each rubric with whom it is for and what it weighs', async () => {
  const page = await open(exampleRubrics());
  await page.reads('Selling skills · Everybody');
  await page.reads('Discovery 60 · Closing 40');
  await page.reads('Version 2, published 24 Nov 2026');
  expect(page.words()).not.toContain('Look at the starter rubric');
});

test('offers the starter rubric where there is none, and publishes it as it is', async () => {
  const listed = exampleRubrics();
  const [{ name, scope, skills } = { name: '', scope: { kind: 'everyone' as const }, skills: [] }] =
    listed.rubrics;
  const page = await open(
    { ...listed, rubrics: [], starter: { name, scope, skills } },
    { [`POST ${PATH}`]: listed },
  );
  await page.reads(/^There is no rubric yet, so nobody is scored\./);
  await openPanel(page, 'rubric-starter');
  publish(page).trigger('onClick');
  expect((await page.call(`POST ${PATH}`)).body).toEqual({
    key: anyKey,
    rubricId: null,
    version: 0,
    rubric: { name, scope, skills },
  });
  await page.reads('Selling skills · Everybody');
  expect(page.alerts()).toContain('Published. New scores go by version 1.');
});

test('tells the running total of the weights, and publishes at 100 only', async () => {
  const page = await open(exampleRubrics(), { [`POST ${PATH}`]: exampleRubrics() });
  await openPanel(page, 'rubric-31');
  await canPublish(page, false);
  set(page, NumberInput, 'weight-1', 59);
  await page.reads('The weights total 99 of 100: 1 are left to give.');
  await canPublish(page, false);
  set(page, NumberInput, 'weight-2', 42);
  await page.reads('The weights total 101, not 100: take 1 away.');
  set(page, NumberInput, 'weight-2', 41);
  await page.reads('The weights total 100.');
  await canPublish(page, true);
  publish(page).trigger('onClick');
  expect((await page.call(`POST ${PATH}`)).body).toMatchObject({
    rubricId: '31',
    version: 2,
    rubric: {
      skills: [
        { id: 'discovery', weight: 59 },
        { id: 'closing', weight: 41 },
      ],
    },
  });
});

test('adds a skill with as many levels as the others, changes levels for all, and takes a skill out', async () => {
  const page = await open(exampleRubrics());
  await openPanel(page, 'rubric-31');
  page.renderer.find(Button, ({ text }) => text === 'Add a skill').trigger('onClick');
  await eventually(() => page.renderer.find(TextArea, ({ props }) => props.name === 'anchor-3-3'));
  page.renderer
    .find(StepperInput, ({ props }) => props.name === 'rubric-levels')
    .trigger('onChange', 4 as never);
  await eventually(() => page.renderer.find(TextArea, ({ props }) => props.name === 'anchor-1-4'));
  page.renderer.find(Button, ({ text }) => text === 'Remove').trigger('onClick');
  await page.reads('The weights total 40 of 100: 60 are left to give.');
});

test('chooses a stage, and marks the field that the service would not take', async () => {
  const message = 'Say what one sees or hears at level 2.';
  const page = await open(exampleRubrics(), {
    [`POST ${PATH}`]: refusal('bad_request', message, 'rubric.skills.1.anchors.1'),
  });
  await openPanel(page, 'rubric-31');
  const scope = page.renderer.find(Select, ({ props }) => props.name === 'rubric-scope');
  scope.trigger('onChange', scope.props.options[1]?.value as never);
  set(page, TextArea, 'anchor-2-2', '');
  await canPublish(page, true);
  publish(page).trigger('onClick');
  expect((await page.call(`POST ${PATH}`)).body).toMatchObject({
    rubric: { scope: { kind: 'stage', stageId: 'proposal' } },
  });
  await page.reads(message);
  const anchor = page.renderer.find(TextArea, ({ props }) => props.name === 'anchor-2-2');
  expect(anchor.props).toMatchObject({ error: true, validationMessage: message });
  expect(page.renderer.find(Alert).props.title).toBe('Not published: see Closing');
});

test('takes a rubric out of use after one more question', async () => {
  const page = await open(exampleRubrics(), {
    [`POST ${PATH}/withdraw`]: { ...exampleRubrics(), rubrics: [] },
  });
  page.renderer.find(LoadingButton, ({ text }) => text === 'Take out of use').trigger('onClick');
  expect((await page.call(`POST ${PATH}/withdraw`)).body).toEqual({
    key: anyKey,
    rubricId: '31',
    version: 2,
  });
  await eventually(() => {
    if (page.words().includes('Selling skills · Everybody')) throw new Error('still there');
  });
});
