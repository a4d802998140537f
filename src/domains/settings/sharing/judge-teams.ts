import type { SharingView } from '../../../contract/index.ts';
import { choosePublishedGroups } from '../../quota/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';

type JudgedTeam = SharingView['choices'][number]['teams'][number];

/**
 * For each team what its people's deals would show at level team: its own figures, those of the nearest larger team that may
 * be shown, or nothing. A loop in the hierarchy of teams shows nothing until it is mended.
 */
export function judgeTeams(
  teams: readonly { readonly id: string; readonly name: string; readonly parentId: string | null }[],
  /** Everybody who carries a quota in the period. */
  carriers: readonly { readonly ownerId: string; readonly teamId: string | null }[],
): JudgedTeam[] {
  const byTeam = Map.groupBy(carriers, ({ teamId }) => teamId);
  const idsOf = (teamId: string) => (byTeam.get(teamId) ?? []).map(({ ownerId }) => ownerId);
  const shown = choosePublishedGroups(
    teams.map(({ id, parentId }) => ({ id, parentId, carrierIds: idsOf(id) })),
  );
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const judge = (id: string): Pick<JudgedTeam, 'isShown' | 'sentence'> => {
    if (!shown.ok)
      return { isShown: false, sentence: 'Shows nothing: the teams run in a circle. Mend them in HubSpot.' };
    const above = shown.value.get(id) ?? null;
    if (above === id) return { isShown: true, sentence: 'Its figures are shown on the deals of its people.' };
    if (above !== null)
      return {
        isShown: false,
        sentence: `Too few of its own to be shown without pointing at somebody: deals show ${names.get(above) ?? above} instead.`,
      };
    return {
      isShown: false,
      sentence: 'Shows nothing: fewer than four people carry a quota here and above.',
    };
  };
  return teams.map(({ id, name }) => ({ name, carriers: idsOf(id).length, ...judge(id) }));
}

/** Which teams are shown, in one sentence. */
export function nameShownTeams(teams: readonly JudgedTeam[]): string {
  const shown = teams.filter(({ isShown }) => isShown).map(({ name }) => name);
  if (shown.length === 0) return 'No team is large enough yet, so nothing but the deal’s own facts is shown.';
  return `${countNoun(shown.length, 'team')} can be shown: ${shown.slice(0, 6).join(', ')}${shown.length > 6 ? ' …' : ''}.`;
}
