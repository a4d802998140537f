import type { Request, Response } from 'express';
import { dealType, taskType } from '../objects/object-types.ts';
import type { Portal } from '../portal.ts';
import { isTaskOf } from './deal-tasks.ts';

/**
 * Tells the record page about each change of one deal as a server-sent event, and by the event `tasks` that something
 * became of its tasks, until the page goes away.
 */
export function streamDeal(portal: Portal, dealId: string, request: Request, response: Response): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': following\n\n');
  const tellOfTasks = () => response.write('event: tasks\ndata: {}\n\n');
  const unsubscribe = portal.changes.subscribe(({ type, record, values }) => {
    if (type === taskType && isTaskOf(portal, dealId, record.id)) tellOfTasks();
    if (type !== dealType || record.id !== dealId) return;
    response.write(`data: ${JSON.stringify({ properties: values })}\n\n`);
  });
  const unsubscribeTies = portal.associationChanges.subscribe(({ from, fromId, to }) => {
    if (from === dealType && fromId === dealId && to === taskType) tellOfTasks();
  });
  request.on('close', () => {
    unsubscribe();
    unsubscribeTies();
  });
}
