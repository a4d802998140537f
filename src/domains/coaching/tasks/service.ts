import { ok } from '../../../kernel/result.ts';
import { createActionTasks, type ActionTasks } from '../actions/tasks/service.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { createReminders } from '../reminders/service.ts';

/** All tasks of coaching: those of action items, which are followed, and those that remind, which are not. */
export function createCoachingTasks(
  deps: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>,
): ActionTasks {
  const actions = createActionTasks(deps);
  const reminders = createReminders(deps);
  return {
    listFollowed: (portalId, ids) => actions.listFollowed(portalId, ids),
    takeTasks: (portal, read) => actions.takeTasks(portal, read),

    async listAskedPortals() {
      return [...new Set([...(await actions.listAskedPortals()), ...(await reminders.listAskedPortals())])];
    },

    async sendTasks(portal, session) {
      const told = await actions.sendTasks(portal, session);
      if (!told.ok) return told;
      const reminded = await reminders.sendTasks(portal, session);
      return reminded.ok ? ok(told.value + reminded.value) : reminded;
    },

    async archiveLate(portal, session) {
      const archived = await actions.archiveLate(portal, session);
      return archived.ok ? reminders.archiveLate(portal, session) : archived;
    },
  };
}
