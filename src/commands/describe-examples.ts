import { dealsOf } from '../mirror/index.ts';
import type { Sideline } from '../compose.ts';

const EXAMPLES = 3;

/** A few deals with what was written on them, for whoever wants to see before they believe. */
export async function describeExamples(sideline: Sideline, portalId: number): Promise<string> {
  const examples = await dealsOf(sideline.database.db, portalId).listExamples(EXAMPLES);
  return examples
    .map(({ name, known }) => {
      const facts = Object.entries(known)
        .filter(([property]) => property !== 'sideline_as_of')
        .map(([property, value]) => `${property.replace('sideline_', '')} ${value}`);
      return `  ${name}\n    ${facts.join(' · ')}`;
    })
    .join('\n');
}
