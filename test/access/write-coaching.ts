import { rubricsOf, starterRubric } from '../../src/domains/coaching/index.ts';
import { quotasOf } from '../../src/domains/quota/index.ts';
import type { TestService } from '../support/start-service.ts';
import { people } from '../support/small-company.ts';
import { inputOf, knock } from './knock.ts';

/** What stands in every text that is written here. */
export const coachingSecret = 'Between the two of us';

/** Maria becomes Ana's manager, shares a scored note with her, begins to change it and keeps another; Ana replies and adds a line for her 1:1. */
export async function writeCoaching(service: TestService): Promise<void> {
  await quotasOf(service.sideline.database.db, service.portalId).savePeople([
    {
      ownerId: people.ana.ownerId,
      teamId: '11',
      managerId: people.maria.ownerId,
      startsOn: null,
      endsOn: null,
      rampMonths: 0,
    },
  ]);
  const { db } = service.sideline.database;
  const rubric = await rubricsOf(db, service.portalId).begin(starterRubric, new Date());
  const post = async (userId: number, path: string, input: object): Promise<{ noteId?: string }> => {
    const asked = { ...inputOf({ method: 'POST', path }, input), asker: { userId } };
    const { status, text } = await knock(service, asked);
    if (status !== 200) throw new Error(text);
    return JSON.parse(text) as { noteId?: string };
  };
  const record = { recordType: 'deal', recordId: '7001' };
  const note = (state: string) => ({
    ...record,
    ownerId: people.ana.ownerId,
    noteId: null,
    version: 0,
    state,
    content: {
      topic: 'deal',
      text: { form: 'free', text: `${coachingSecret}: ${state}` },
      promises: [{ text: `${coachingSecret}: call Jo`, doer: 'rep', dueOn: '2026-12-01' }],
      scoring: { ...rubric, levels: [{ skillId: 'discovery', level: 2 }] },
    },
  });
  const { noteId } = await post(people.maria.userId, '/cards/coaching/note', note('shared'));
  await post(people.maria.userId, '/cards/coaching/note', note('private'));
  await post(people.maria.userId, '/cards/coaching/note', note('draft'));
  const { content } = note('edit');
  await post(people.maria.userId, '/cards/coaching/note/edit', {
    ...{ noteId, version: 0, noteVersion: 1, seenPromises: [], content },
  });
  await post(people.ana.userId, '/cards/coaching/note/addendum', { noteId, text: `${coachingSecret}: yes` });
  await post(people.ana.userId, '/cards/coaching/line', { ...record, text: `${coachingSecret}: help` });
}
