import type { Request, Response } from 'express';
import { dealType } from '../objects/object-types.ts';
import type { Portal } from '../portal.ts';

/** Tells the record page about each change of one deal as a server-sent event, until the page goes away. */
export function streamDeal(portal: Portal, dealId: string, request: Request, response: Response): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': following\n\n');
  const unsubscribe = portal.changes.subscribe(({ type, record, values }) => {
    if (type !== dealType || record.id !== dealId) return;
    response.write(`data: ${JSON.stringify({ properties: values })}\n\n`);
  });
  request.on('close', unsubscribe);
}
