// Generated from src/contract/settings/people.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId, pageMark, searchText } from './fields.ts';

export const peopleRequest = z.strictObject({
  search: z.optional(searchText),
  after: z.optional(pageMark),
});
export type PeopleRequest = z.infer<typeof peopleRequest>;

const settledPerson = z.strictObject({
  ownerId: z.string(),
  name: z.string(),
  email: z.string(),
  isActive: z.boolean(),
  /** False: no HubSpot user stands behind the owner, so nobody can look as this person. */
  hasUser: z.boolean(),
  teamId: z.nullable(z.string()),
  teamName: z.nullable(z.string()),
  managerId: z.nullable(z.string()),
  managerName: z.nullable(z.string()),
  /** From HubSpot's teams, where nobody has said who the manager is; null without a suggestion. */
  suggestedManagerId: z.nullable(z.string()),
  suggestedManagerName: z.nullable(z.string()),
  startsOn: z.nullable(z.iso.date()),
  endsOn: z.nullable(z.iso.date()),
  rampMonths: z.number(),
});
export type SettledPerson = z.infer<typeof settledPerson>;

export const peopleView = z.strictObject({
  total: z.number(),
  people: z.array(settledPerson),
  after: z.nullable(z.string()),
  teams: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      parentId: z.nullable(z.string()),
      people: z.number(),
    }),
  ),
  /** Everybody who can be chosen as a manager. */
  managers: z.array(z.strictObject({ ownerId: z.string(), name: z.string() })),
  withoutManager: z.number(),
  suggestions: z.number(),
});
export type PeopleView = z.infer<typeof peopleView>;

/** What is not named stays as it is; null empties. A team that is none of HubSpot's cannot be named. */
const personChange = z.strictObject({
  ownerId: hubspotId,
  teamId: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
  managerId: z.optional(z.nullable(hubspotId)),
  startsOn: z.optional(z.nullable(z.iso.date())),
  endsOn: z.optional(z.nullable(z.iso.date())),
  rampMonths: z.optional(z.number().check(z.int(), z.gte(0), z.lte(36))),
});
export type PersonChange = z.infer<typeof personChange>;

export const peopleChangeRequest = z.strictObject({
  changes: z.array(personChange).check(z.minLength(1), z.maxLength(1_000)),
});
export type PeopleChangeRequest = z.infer<typeof peopleChangeRequest>;

export const peoplePreview = z.strictObject({
  /** Hand it back to save exactly this. */
  digest: z.string(),
  /** "Ana Ruiz reports to Maria Lang instead of nobody", one line a change. */
  changes: z.array(z.string()),
  /** "Maria Lang will see the figures of Ana Ruiz and Ben Ruiz." Never older text. */
  becomesVisible: z.array(
    z.strictObject({ viewer: z.string(), subjects: z.array(z.string()), sentence: z.string() }),
  ),
  noLongerVisible: z.array(
    z.strictObject({ viewer: z.string(), subjects: z.array(z.string()), sentence: z.string() }),
  ),
  remarks: z.array(z.string()),
});
export type PeoplePreview = z.infer<typeof peoplePreview>;

/** Saved only if it still does what the preview with this digest said. */
export const peopleSaveRequest = z.strictObject({
  changes: z.array(personChange).check(z.minLength(1), z.maxLength(1_000)),
  digest: z.string().check(z.maxLength(100)),
});
export type PeopleSaveRequest = z.infer<typeof peopleSaveRequest>;
