import fc from 'fast-check';
import type { NoteText } from '../../../src/contract/index.ts';
import { toFree, toGrow } from '../../../extensions/src/app/cards/coaching/writing/change-form.ts';

const grow = (part: Partial<Record<'goal' | 'reality' | 'options' | 'will', string>>): NoteText => ({
  form: 'grow',
  goal: '',
  reality: '',
  options: '',
  will: '',
  ...part,
});

it.each<[string, NoteText, string]>([
  ['nothing', grow({}), ''],
  ['one passage', grow({ will: 'Call Jo' }), 'Will: Call Jo'],
  [
    'two, with a line between',
    grow({ goal: 'Signed', reality: 'Silent' }),
    'Goal: Signed\n\nReality: Silent',
  ],
])('%s as free text', (_name, text, expected) => {
  expect(toFree(text)).toEqual({ form: 'free', text: expected });
});

it.each<[string, string, NoteText]>([
  [
    'words without a label say how things are',
    'Silent since Monday',
    grow({ reality: 'Silent since Monday' }),
  ],
  ['a label within a line is none', 'The Goal: none', grow({ reality: 'The Goal: none' })],
  ['the same label twice', 'Goal: one\nGoal: two', grow({ goal: 'one\n\ntwo' })],
  ['lines under a label stay there', 'Will: call\nand write', grow({ will: 'call\nand write' })],
])('%s', (_name, text, expected) => {
  expect(toGrow({ form: 'free', text })).toEqual(expected);
});

const passage = fc.string().map((text) => text.trim().replaceAll(/(Goal|Reality|Options|Will): /g, ''));

it('there and back says the same', () => {
  fc.assert(
    fc.property(passage, passage, passage, passage, (goal, reality, options, will) => {
      const text = grow({ goal, reality, options, will });
      expect(toGrow(toFree(text))).toEqual(text);
    }),
  );
});

it('leaves out no word of a free text', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('Goal: ', 'Will: ', '\nOptions: ', '\n\n'));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      const kept = JSON.stringify(Object.values(toGrow({ form: 'free', text })));
      const words = text
        .replaceAll(/^(Goal|Reality|Options|Will): /gm, '')
        .split(/\s+/)
        .filter(Boolean);
      for (const word of words) expect(kept).toContain(JSON.stringify(word).slice(1, -1));
    }),
  );
});
