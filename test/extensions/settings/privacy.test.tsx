import { Input, LoadingButton, RadioButton, Select, TextArea } from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import type { CopyState, RetentionView } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { exampleAboutMe, examplePeople } from './example-views.ts';
import { never, openSettings, refusal, type Answers } from './open-settings.tsx';

afterEach(() => jest.restoreAllMocks());

const anyKey = expect.stringMatching(/^[\w-]{8,64}$/);
type Page = ReturnType<typeof openSettings>;
const press = async (page: Page, text: string) =>
  (await eventually(() => page.renderer.find(LoadingButton, (button) => button.text === text))).trigger(
    'onClick',
  );
async function openTab(section: 'aboutMe' | 'coaching' | 'privacy', answers: Answers) {
  const page = openSettings(answers);
  await page.openTab(section);
  return page;
}

const ABOUT = 'GET /settings/about-me';
const waiting = 'Ops has prepared a copy of your data in coaching. It is here until 24 Dec 2026.';
const handover = {
  sentences: ['Maria Lang shared 3 notes with you that Dan Ruiz cannot read as they are now.'],
  openLabel: 'Let Dan Ruiz read them',
  takeBackLabel: 'Take back',
};

describe('about me', () => {
  it('opens the copy that ops prepared only when it is wanted', async () => {
    const page = await openTab('aboutMe', {
      [ABOUT]: exampleAboutMe({ copy: { sentence: waiting, mayOpen: true } }),
      'GET /settings/about-me/copy': { fileName: 'mine.json', json: '{"notes":["<b>bold</b>"]}' },
    });
    await page.reads(waiting);
    expect(page.calls.filter(({ path }) => path.endsWith('/copy'))).toEqual([]);
    await press(page, 'Open my copy');
    const shown = await eventually(() => page.renderer.find(TextArea));
    expect(shown.props).toMatchObject({ label: 'mine.json', value: '{"notes":["<b>bold</b>"]}' });
  });

  it('says that a copy was withdrawn, and offers nothing to open', async () => {
    const sentence = 'The copy of 24 Nov 2026 was withdrawn on 26 Nov 2026.';
    const page = await openTab('aboutMe', {
      [ABOUT]: exampleAboutMe({ copy: { sentence, mayOpen: false } }),
    });
    await page.reads(sentence);
    expect(page.words().join()).not.toContain('Open my copy');
    expect(page.renderer.maybeFind(LoadingButton, (button) => button.text === 'Open my copy')).toBeNull();
  });

  it('says nothing of a copy or a handover where there is none', async () => {
    const page = await openTab('aboutMe', { [ABOUT]: exampleAboutMe() });
    await page.reads('What you may ask for');
    expect(page.words().join()).not.toMatch(/copy for you|former managers/);
  });

  it('hands everything on, and takes it back, and asks again', async () => {
    const page = await openTab('aboutMe', {
      [ABOUT]: exampleAboutMe({ handover }),
      'POST /cards/coaching/handover': { message: 'Dan Ruiz can read it as it stands now.' },
      'POST /cards/coaching/handover/take-back': { message: 'Taken back.' },
    });
    await page.reads(handover.sentences[0] ?? '');
    await press(page, 'Let Dan Ruiz read them');
    expect((await page.call('POST /cards/coaching/handover')).body).toEqual({ record: null, key: anyKey });
    await page.call(ABOUT, 1);
    await press(page, 'Take back');
    expect((await page.call('POST /cards/coaching/handover/take-back')).body).toEqual({
      record: null,
      key: anyKey,
    });
    await eventually(() => expect(page.alerts()).toContain('Taken back.'));
  });
});

describe('one person, for ops', () => {
  const none: CopyState = {
    state: 'none',
    sentence: 'You cannot read it.',
    sendLabel: 'Send this person their coaching',
  };
  const path = '/settings/people/copy';

  it('is sent their coaching, of which ops see the state alone', async () => {
    const page = await openTab('privacy', {
      'GET /settings/people': examplePeople(),
      [`GET ${path}`]: none,
      [`POST ${path}`]: { state: 'waiting', sentence: 'A copy waits for Ana Ruiz.', sendLabel: null },
    });
    await find(page, 'ana');
    await page.reads('You cannot read it.');
    await press(page, 'Send this person their coaching');
    const { body } = await page.call(`POST ${path}`);
    expect(body).toEqual({ ownerId: '201', key: anyKey });
    await page.reads('A copy waits for Ana Ruiz.');
    expect(page.words()).not.toContain('Send this person their coaching');
  });
});

describe('how long coaching is kept', () => {
  const path = '/settings/coaching/retention';
  const view: RetentionView = {
    months: 24,
    isChosen: false,
    choices: [
      { months: 12, title: '12 months', sentence: '3 notes would be erased tonight, for good.' },
      { months: 24, title: '24 months', sentence: 'Nothing is that old yet.' },
      { months: null, title: 'For good', sentence: 'Nothing is erased, until somebody asks for it.' },
    ],
    kept: ['Open action items stay.'],
  };

  it('shows what each choice would erase before it is chosen, and saves one', async () => {
    const page = await openTab('coaching', {
      [`GET ${path}`]: view,
      [`POST ${path}`]: { ...view, months: null, isChosen: true },
    });
    await page.reads('3 notes would be erased tonight, for good.');
    await page.reads('In force');
    const good = page.renderer.find(RadioButton, (each) => each.props.value === 'For good');
    good.trigger('onChange', true as never);
    await press(page, 'Keep it that long');
    expect((await page.call(`POST ${path}`)).body).toEqual({ months: null, key: anyKey });
    await page.reads('Chosen');
  });

  it('says that it counts, and why it could not', async () => {
    const slow = await openTab('coaching', { [`GET ${path}`]: never });
    await slow.reads('Counting what each choice would erase');
    const failed = await openTab('coaching', {
      [`GET ${path}`]: refusal('forbidden', 'Only ops may see this.'),
    });
    await failed.reads('Only ops may see this.');
  });
});

/** Looks for somebody and chooses the first who is found. */
async function find(page: Page, search: string): Promise<void> {
  (await eventually(() => page.renderer.find(Input))).trigger('onChange', search as never);
  const select = await eventually(() => page.renderer.find(Select));
  select.trigger('onChange', '201' as never);
}
