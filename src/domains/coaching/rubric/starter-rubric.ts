import type { Rubric } from './types.ts';

/** What a portal begins with, until ops writes its own: four levels of what one can see or hear in a talk or on the deal. */
export const starterRubric: Rubric = {
  name: 'Selling skills',
  scope: { kind: 'everyone' },
  skills: [
    {
      id: 'discovery',
      name: 'Discovery',
      weight: 25,
      anchors: [
        'Begins with the product; asks nothing about the buyer’s work, or only questions that yes or no answers.',
        'Asks prepared questions in order; does not follow up when the buyer names a problem.',
        'Follows up on a problem until the buyer says what it costs and who feels it; sums it up in the buyer’s words.',
        'The buyer says something they had not put into words before, and agrees on a cost that is written on the deal.',
      ],
    },
    {
      id: 'qualification',
      name: 'Qualification',
      weight: 20,
      anchors: [
        'Moves the deal on without knowing who decides, by when, or with which money.',
        'Knows one of the three: who decides, by when, with which money; the others are guessed.',
        'Has all three from the buyer, with names and dates on the deal.',
        'Has all three confirmed by a second person, and has closed a deal as lost that did not have them.',
      ],
    },
    {
      id: 'negotiation',
      name: 'Negotiation',
      weight: 15,
      anchors: [
        'Offers a discount before the buyer asks, or the moment they do.',
        'Defends the price once, then gives way and gets nothing in return.',
        'Asks why first; gives something only against something: a date, a volume, a reference.',
        'Has agreed the give and take with the manager before; the buyer leaves with a choice of offers, not a lower price.',
      ],
    },
    {
      id: 'closing',
      name: 'Closing',
      weight: 15,
      anchors: [
        'Ends the talk without a next step, or with “I will get back to you”.',
        'Names a next step, but nobody on the buyer’s side has a task or a date.',
        'Leaves every talk with a dated step on both sides, and asks for the order when the buyer’s questions are answered.',
        'Works from a written plan that the buyer has changed and agreed, up to the day of signing; dates in it hold.',
      ],
    },
    {
      id: 'empathy',
      name: 'Empathy',
      weight: 10,
      anchors: [
        'Talks over the buyer, or answers a worry with a feature.',
        'Lets the buyer finish, then goes on with the own plan for the talk.',
        'Says back what the buyer said and asks whether that is right before answering.',
        'Notices a worry that nobody voiced, asks about it, and changes the plan for the talk accordingly.',
      ],
    },
    {
      id: 'communication',
      name: 'Communication',
      weight: 15,
      anchors: [
        'Speaks most of the time; the buyer asks what was meant, or goes quiet.',
        'Is clear about the product; what was agreed is not written down afterwards.',
        'Short sentences, the buyer’s own terms; sends what was agreed in writing within a day.',
        'The buyer forwards the summary inside their company, or repeats the main point unprompted.',
      ],
    },
  ],
};
