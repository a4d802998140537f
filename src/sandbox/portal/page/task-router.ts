import { Router, type Response } from 'express';
import * as z from 'zod';
import { personSource } from '../objects/app-source.ts';
import { checkValues } from '../objects/check-values.ts';
import { taskType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { archiveRecord, updateRecord } from '../objects/write-record.ts';
import type { Portal } from '../portal.ts';
import { dealTasks } from './deal-tasks.ts';
import { editRequest, readRequest } from './page-request.ts';

const deletion = z.object({ userId: z.number().int() });

/** What people do with a deal's tasks on its record page. */
export function taskRouter(portal: Portal): Router {
  const { state } = portal;
  const router = Router();
  router.get('/deals/:id/tasks', (request, response) =>
    response.json({ tasks: dealTasks(portal, request.params.id) }),
  );
  router.patch('/tasks/:id', (request, response) => {
    const asked = readRequest(editRequest, request.body, response);
    const record = asked && findTask(request.params.id, response);
    if (!asked || !record) return;
    const written = { type: taskType, record, lenient: true };
    const checked = checkValues(state, { ...written, values: asked.properties });
    if (!checked.ok) {
      response.status(400).json({ message: checked.failure.map(({ message }) => message).join(' ') });
      return;
    }
    const source = personSource(asked.userId);
    state.storage.inOneWrite(() =>
      updateRecord(portal, { type: taskType, record, values: checked.value.values, source }),
    );
    response.status(204).end();
  });
  router.delete('/tasks/:id', (request, response) => {
    const asked = readRequest(deletion, request.body, response);
    const record = asked && findTask(request.params.id, response);
    if (!asked || !record) return;
    const source = personSource(asked.userId);
    state.storage.inOneWrite(() => archiveRecord(portal, { type: taskType, record, source }));
    response.status(204).end();
  });

  function findTask(id: string, response: Response): StoredRecord | undefined {
    const task = state.records(taskType).get(id);
    if (task?.archivedAt === null) return task;
    response.status(404).json({ message: 'There is no such task.' });
    return undefined;
  }
  return router;
}
