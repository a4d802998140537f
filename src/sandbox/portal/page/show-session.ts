import type { Session } from '../../page/portal-types.ts';
import type { Portal } from '../portal.ts';
import { personName } from './format-value.ts';
import { pagedKinds, pagedTypes } from './paged-types.ts';

/** Who can be viewed as, and what the installed app shows. */
export function showSession({ app, state }: Portal): Session {
  const { portalId, name, timeZone, companyCurrency } = state.account;
  return {
    account: { portalId, name, timeZone, companyCurrency },
    appId: app.appId,
    people: state.people
      .values()
      .filter(({ archived }) => !archived)
      .map((person) => ({
        userId: person.userId,
        ownerId: person.ownerId,
        name: personName(person),
        email: person.email,
        teamName: state.teams.get(person.teamId ?? '')?.name ?? null,
        superAdmin: person.superAdmin,
      })),
    cards: app.cards.map(({ uid, name: title, location, objectTypes }) => ({
      uid,
      name: title,
      location,
      objectTypes,
      bundle: `/sandbox/cards/${uid}.js`,
    })),
    pages: app.pages.map(({ uid, location }) => ({ uid, location, bundle: `/sandbox/cards/${uid}.js` })),
    workflowActions: app.workflowActions.map(
      ({ uid, name: title, description, objectTypes, inputFields }) => ({
        uid,
        name: title,
        description,
        kinds: pagedKinds.filter((kind) => objectTypes.includes(pagedTypes[kind].label.toLowerCase())),
        fields: inputFields,
      }),
    ),
    variables: app.variables,
  };
}
