import type { NoteContent, NoteState } from '../../../contract/index.ts';
import type { Refusal } from '../../../http/index.ts';
import { err, type Result } from '../../../kernel/result.ts';
import { refuseLevels } from '../rubric/refuse-levels.ts';
import type { PublishedRubric } from '../rubric/types.ts';
import { judgeContent } from './judge-content.ts';

/** What of a note may be kept, or why not: its words, and its scores by the rubric that they name. */
export function refuseContent(
  content: NoteContent,
  state: NoteState,
  published: PublishedRubric | undefined,
): Result<{ readonly content: NoteContent; readonly warnings: string[] }, Refusal> {
  const judged = judgeContent(content, state);
  if (!judged.ok) return err({ code: 'bad_request', ...judged.failure });
  const { scoring } = content;
  const refused = scoring && refuseLevels(published, scoring.levels, 'content.scoring.');
  return refused ? err(refused) : judged;
}
