import * as z from 'zod';
import { instantText } from '../objects/instant-text.ts';
import { userType } from '../objects/object-types.ts';
import { action, personOf, Refused, userId } from './action.ts';

/** An admin deactivates somebody, or moves them to another team. Their records keep naming them; no event tells of it. */
export const changePerson = action(
  z.strictObject({
    ownerId: z.string(),
    archived: z.boolean().optional(),
    teamId: z.string().nullable().optional(),
    userId,
  }),
  (portal, { ownerId, archived, teamId, userId: by }) => {
    const { people, teams } = portal.state;
    const before = people.get(ownerId);
    if (!before) throw new Refused(`there is no owner ${ownerId}`);
    if (teamId != null && !teams.get(teamId)) throw new Refused(`there is no team ${teamId}`);
    const after = {
      ...before,
      archived: archived ?? before.archived,
      teamId: teamId === undefined ? before.teamId : teamId,
    };
    people.put(ownerId, after);
    const at = instantText(portal.businessClock.now());
    const source = personOf(portal, by);
    portal.settingsChanges.publish({
      kind: 'person changed',
      type: userType,
      name: ownerId,
      before,
      after,
      source,
      at,
    });
  },
);
