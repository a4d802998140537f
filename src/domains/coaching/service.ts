import { createActionsService, type ActionsService } from './actions/service.ts';
import { createAgendaMaker } from './agenda/service.ts';
import { createCalibrationService, type CalibrationService } from './calibration/service.ts';
import { createCardService, type CardDependencies, type CardService } from './card/service.ts';
import { createCopiesService, type CopiesService } from './copy/service.ts';
import { createEditsService, type EditsService } from './drafts/edits/service.ts';
import { createDraftsService, type DraftsService } from './drafts/service.ts';
import { createHandoverService, type HandoverService } from './handover/service.ts';
import { createLinesService, type LinesService } from './lines/service.ts';
import { createMeetingsService, type MeetingsService } from './meetings/service.ts';
import { createNotesService, type NotesDependencies, type NotesService } from './notes/service.ts';
import { createOverviewService, type OverviewService } from './overview/service.ts';
import { createPolicyService, type PolicyService } from './policy/service.ts';
import { createRetentionService, type RetentionService } from './retention/service.ts';
import { createRisksService, type RisksService } from './risks/service.ts';
import { createRubricService, type RubricService } from './rubric/service.ts';
import { createWaitingService, type WaitingService } from './waiting/service.ts';

export type CoachingDependencies = NotesDependencies & Pick<CardDependencies, 'hasTasks'>;

/** Coaching, a room a subject. */
export interface CoachingService {
  readonly card: CardService;
  readonly notes: NotesService;
  readonly lines: LinesService;
  readonly drafts: DraftsService;
  readonly edits: EditsService;
  readonly actions: ActionsService;
  readonly risks: RisksService;
  readonly meetings: MeetingsService;
  readonly overview: OverviewService;
  readonly waiting: WaitingService;
  readonly rubrics: RubricService;
  readonly calibration: CalibrationService;
  readonly handover: HandoverService;
  readonly copies: CopiesService;
  readonly policy: PolicyService;
  readonly retention: RetentionService;
}

/** Builds what stands behind the coaching card, the home page's Coaching tab and the settings about it. */
export function createCoachingService(deps: CoachingDependencies): CoachingService {
  const handover = createHandoverService(deps);
  const rubrics = createRubricService(deps);
  const risks = createRisksService(deps);
  const meetings = createMeetingsService({ ...deps, agendas: createAgendaMaker(deps) });
  return {
    card: createCardService({ ...deps, rubrics, meetings, risks, handover }),
    notes: createNotesService(deps),
    lines: createLinesService(deps),
    drafts: createDraftsService(deps),
    edits: createEditsService(deps),
    actions: createActionsService(deps),
    risks,
    meetings,
    overview: createOverviewService({ ...deps, rubrics }),
    waiting: createWaitingService(deps),
    rubrics,
    calibration: createCalibrationService(deps),
    handover,
    copies: createCopiesService(deps),
    policy: createPolicyService(deps),
    retention: createRetentionService(deps),
  };
}
