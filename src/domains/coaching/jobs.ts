import { createAgendaMaker } from './agenda/service.ts';
import { createAgendaPreparation } from './meetings/jobs.ts';
import type { PulseDependencies, PulseService } from './pulse/service.ts';

/** What of coaching is done in time and by nobody: the agendas of the evening before, and the quarters of the pulse. */
export function coachingJobs(deps: PulseDependencies, pulse: Pick<PulseService, 'rounds'>) {
  return {
    prepareAgendas: createAgendaPreparation({ ...deps, agendas: createAgendaMaker(deps) }),
    pulse: pulse.rounds,
  };
}
