import type { SharingView } from '../../../contract/index.ts';
import type { SharingLevel } from '../../../kernel/portal.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { nameShownTeams } from './judge-teams.ts';

type Choice = SharingView['choices'][number];

/** The three choices, with who in this portal will be able to read what. */
export function describeSharing({
  level,
  isChosen,
  activePeople,
  teams,
}: {
  readonly level: SharingLevel;
  readonly isChosen: boolean;
  readonly activePeople: number;
  readonly teams: Choice['teams'];
}): SharingView {
  const everybody = `Everybody in HubSpot who can see the deal, among them ${countNoun(activePeople, 'deal owner')}`;
  return {
    level,
    isChosen,
    choices: [
      {
        level: 'everyone',
        title: "Everyone sees the owner's own figures",
        sentence: "Each open deal shows its owner's quota, attainment and gap.",
        seenBy: `${everybody}, reads how each owner stands.`,
        teams: [],
      },
      {
        level: 'team',
        title: "Everyone sees the team's figures",
        sentence: `Each open deal shows its owner's team, never one person: four quota carriers at least. ${nameShownTeams(teams)}`,
        seenBy: `${everybody}, reads how the team stands. A person's own figures are for that person, their managers and ops, on the card.`,
        teams,
      },
      {
        level: 'cards',
        title: 'Figures stay on the cards',
        sentence: 'Deals show their own facts only: probability, forecast amount and period.',
        seenBy:
          'Nobody reads attainment from a deal. On the card a person sees their own figures, managers those of their people, ops all.',
        teams: [],
      },
    ],
  };
}
