import type { Request, Response } from 'express';
import { dealType, taskType, type ObjectType } from '../objects/object-types.ts';
import type { Portal } from '../portal.ts';
import { isTaskOf } from './deal-tasks.ts';

/**
 * Tells the record page about each change of one record as a server-sent event, and by the event `tasks` that something
 * became of a deal's tasks, until the page goes away.
 */
export function streamRecord(
  portal: Portal,
  followed: { type: ObjectType; id: string },
  request: Request,
  response: Response,
): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': following\n\n');
  const tellOfTasks = () => response.write('event: tasks\ndata: {}\n\n');
  const unsubscribe = portal.changes.subscribe(({ type, record, values }) => {
    if (type === taskType && followed.type === dealType && isTaskOf(portal, followed.id, record.id))
      tellOfTasks();
    if (type !== followed.type || record.id !== followed.id) return;
    response.write(`data: ${JSON.stringify({ properties: values })}\n\n`);
  });
  const unsubscribeTies = portal.associationChanges.subscribe(({ from, fromId, to }) => {
    if (from === dealType && from === followed.type && fromId === followed.id && to === taskType)
      tellOfTasks();
  });
  request.on('close', () => {
    unsubscribe();
    unsubscribeTies();
  });
}
