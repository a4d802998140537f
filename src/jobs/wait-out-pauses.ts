import type { JobHandlers, JobName, JobPayload } from './catalogue.ts';
import type { Queue } from './queue.ts';

export interface PauseWatch {
  readonly queue: Pick<Queue, 'send'>;
  /** Until when HubSpot wants a portal left alone; null when it may be called. */
  readonly readPause: (portalId: number) => Promise<{ readonly until: Date } | null>;
}

type Handle = (payload: JobPayload<JobName>) => Promise<void>;

/**
 * The same jobs, but those of a portal that HubSpot wants left alone wait until it may be called again, instead of failing
 * again and again: one that comes up meanwhile, and one that was at work when the pause began.
 */
export function waitOutPauses(handlers: JobHandlers, { queue, readPause }: PauseWatch): JobHandlers {
  const waiting = Object.entries(handlers).map(([key, handle]) => {
    const name = key as JobName;
    const work = handle as Handle;
    const patient: Handle = async (payload) => {
      if (!('portalId' in payload)) return work(payload);
      const isPaused = async () => {
        const pause = await readPause(payload.portalId);
        if (pause !== null) await queue.send(name, payload, pause.until);
        return pause !== null;
      };
      if (await isPaused()) return;
      try {
        await work(payload);
      } catch (error) {
        if (!(await isPaused())) throw error;
      }
    };
    return [name, patient];
  });
  return Object.fromEntries(waiting) as JobHandlers;
}
