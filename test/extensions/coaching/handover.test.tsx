import { LoadingButton } from '@hubspot/ui-extensions';
import { eventually } from '../eventually.ts';
import { exampleRepView, exampleView } from './example-views.ts';
import { closeCards, openCoaching } from './open-coaching.tsx';

afterEach(closeCards);

const CARD = 'GET /cards/coaching';
const handover = {
  sentences: [
    'Maria Lang shared 1 note with you that Dan Ruiz cannot read as it is now. Only you can open it.',
  ],
  openLabel: 'Let Dan Ruiz read it',
  takeBackLabel: null,
};

it('offers the rep to open what a former manager shared here to the manager of today', async () => {
  const card = openCoaching({
    [CARD]: exampleRepView({ handover }),
    'POST /cards/coaching/handover': {
      message: 'Dan Ruiz can read it as it stands now. You can take it back.',
    },
  });
  await card.reads(handover.sentences[0] ?? '');
  card.answers[CARD] = exampleRepView({
    handover: { sentences: ['Dan Ruiz can read 1 note.'], openLabel: null, takeBackLabel: 'Take back' },
  });
  card.renderer.find(LoadingButton, (button) => button.text === 'Let Dan Ruiz read it').trigger('onClick');
  const { body } = await card.call('POST /cards/coaching/handover');
  expect(body).toMatchObject({ record: { recordType: 'deal', recordId: '4711' } });
  await card.reads('Dan Ruiz can read 1 note.');
  expect(card.alerts()).toEqual(['Dan Ruiz can read it as it stands now. You can take it back.']);
  await eventually(() => card.renderer.find(LoadingButton, (button) => button.text === 'Take back'));
});

it('offers nothing where nothing is to be handed on', async () => {
  const card = openCoaching({ [CARD]: exampleView() });
  await card.reads('Ana Ruiz');
  expect(card.words().join()).not.toMatch(/Let .* read|Take back/);
});
