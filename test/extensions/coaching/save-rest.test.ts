import { advanceDraft } from '../../../extensions/src/app/cards/coaching/writing/advance-draft.ts';
import {
  beginDraft,
  nextSave,
  type Draft,
  type Save,
} from '../../../extensions/src/app/cards/coaching/writing/draft.ts';
import { saveRest } from '../../../extensions/src/app/cards/coaching/writing/save-rest.ts';
import type { Answer } from '../../../extensions/src/app/cards/shared/ask-service.ts';
import type { SavedNote } from '../../../src/contract/index.ts';
import { refused, saved, start, typed } from './draft-events.ts';
import { exampleContent } from './example-views.ts';

const type = (draft: Draft, goal: string) => advanceDraft(draft, typed(goal, 1_000));
function send(draft: Draft): Draft {
  const save = nextSave(draft);
  return save ? advanceDraft(draft, { type: 'sending', save }) : draft;
}
async function rest(draft: Draft, onItsWay: Promise<Answer<SavedNote>> | null = null): Promise<Save[]> {
  const submitted: Save[] = [];
  await saveRest(draft, onItsWay, async (save) => {
    submitted.push(save);
    return saved(9);
  });
  return submitted;
}

it('what was typed last goes at once', async () => {
  const draft = type(beginDraft(start), 'After');
  expect(await rest(draft)).toMatchObject([{ version: 0, content: exampleContent('After') }]);
});

it('what is on its way is answered first, and what was typed since goes with its version', async () => {
  const draft = send(type(beginDraft(start), 'Half'));
  expect(await rest(draft, Promise.resolve(saved(4)))).toEqual([]);
  expect(await rest(type(draft, 'Whole'), Promise.resolve(saved(4)))).toMatchObject([
    { noteId: '61', version: 4, content: exampleContent('Whole') },
  ]);
});

it('nothing goes where nothing is unsaved, or where somebody else has written', async () => {
  expect(await rest(beginDraft(start))).toEqual([]);
  const draft = type(send(type(beginDraft(start), 'Half')), 'Whole');
  expect(await rest(draft, Promise.resolve(refused('conflict')))).toEqual([]);
});
