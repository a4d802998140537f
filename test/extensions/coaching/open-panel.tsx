import { Button, Input, LoadingButton, Panel, TextArea, ToggleGroup } from '@hubspot/ui-extensions';
import type { CoachingCardView, SavedNote } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { exampleView } from './example-views.ts';
import { openCoaching, type Answers, type Call } from './open-coaching.tsx';

export const CARD = 'GET /cards/coaching';
export const SAVE = 'POST /cards/coaching/note';
export const EDIT = 'POST /cards/coaching/note/edit';

/** The service's word for a note that is saved. */
export const savedAs = (call: Call, version: number): SavedNote => ({
  noteId: '61',
  version,
  state: call.body['state'] as SavedNote['state'],
  savedLabel: `Saved 24 Nov, 10:4${version}`,
  warnings: [],
});

/** Opens the card as the manager and presses the button that opens the panel. */
export async function openPanel(
  view: Partial<CoachingCardView> = {},
  answers: Answers = {},
  label = 'Write a note',
) {
  let version = 0;
  const card = openCoaching({
    [CARD]: exampleView(view),
    [SAVE]: (call: Call) => savedAs(call, (version += 1)),
    ...answers,
  });
  await card.reads(label);
  const { renderer } = card;
  const trigger = () => renderer.find(Button, ({ text }) => text === label);
  /** The panel behind the button, as it stands now. */
  const panel = () => {
    const found = renderer.findAll(Button).find(({ props }) => hasPanel(props.overlay));
    if (!found) throw new Error('no panel');
    return found.props.overlay as unknown as {
      find: typeof renderer.find;
      maybeFind: typeof renderer.maybeFind;
      findAll: typeof renderer.findAll;
    };
  };
  trigger().trigger('onClick');
  await eventually(() => panel().find(ToggleGroup));
  const field = (name: string) => panel().find(TextArea, ({ props }) => props.name === name);
  return {
    ...card,
    trigger,
    panel,
    field,
    type: (name: string, text: string) => field(name).trigger('onInput', text as never),
    commit: (name: string, text: string) => field(name).trigger('onChange', text as never),
    promise: (text: string) =>
      panel()
        .find(Input)
        .trigger('onInput', text as never),
    press: (button: string) =>
      [...panel().findAll(LoadingButton), ...panel().findAll(Button)]
        .find(({ text }) => text === button)!
        .trigger('onClick'),
    close: () => panel().find(Panel).trigger('onClose'),
    saves: () =>
      card.calls.filter(({ path, method }) => `${method} ${path}` === SAVE).map(({ body }) => body),
  };
}

const hasPanel = (overlay: unknown): boolean =>
  overlay != null &&
  (overlay as { maybeFind: (component: typeof Panel) => unknown }).maybeFind(Panel) !== null;
