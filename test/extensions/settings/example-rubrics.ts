import type { RubricsView } from '../../../src/contract/index.ts';
import { exampleRubric } from '../coaching/example-views.ts';

/** One rubric for everybody, in its second version. */
export function exampleRubrics(changes: Partial<RubricsView> = {}): RubricsView {
  return {
    rubrics: [
      {
        ...exampleRubric(),
        scope: { kind: 'everyone' },
        scopeLabel: 'Everybody',
        publishedLabel: 'Version 2, published 24 Nov 2026',
      },
    ],
    starter: null,
    scopes: [
      { scope: { kind: 'everyone' }, label: 'Everybody' },
      { scope: { kind: 'stage', stageId: 'proposal' }, label: 'Deals in Proposal (Sales Pipeline)' },
    ],
    limits: { skills: 12, fewestLevels: 3, mostLevels: 7 },
    ...changes,
  };
}
