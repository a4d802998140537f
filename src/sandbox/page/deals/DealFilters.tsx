import { useEffect, useState } from 'react';
import type { DealQuestion } from '../portal.ts';
import type { Person } from '../portal-types.ts';
import { go } from '../shell/use-address.ts';
import { useStages } from './use-stages.ts';

const SEARCH_PAUSE_MS = 250;

/** Search as one types, and the two filters; each change goes back to the first page. */
export function DealFilters(props: {
  question: DealQuestion;
  people: readonly Person[];
  onClear: (() => void) | null;
}) {
  const { question, people, onClear } = props;
  const [typed, setTyped] = useState(question.search);
  const pipelines = useStages();
  useEffect(() => setTyped(question.search), [question.search]);
  useEffect(() => {
    if (typed === question.search) return;
    const timer = setTimeout(() => go('/', { search: typed, page: '' }, 'replace'), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, question.search]);
  return (
    <div className="filters">
      <input
        className="control search"
        type="search"
        aria-label="Search deals"
        placeholder="Search deals"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <select
        className="control"
        aria-label="Stage"
        value={question.stage}
        onChange={(event) => go('/', { stage: event.target.value, page: '' })}
      >
        <option value="">All stages</option>
        {pipelines.map(({ pipeline, stages }) => (
          <optgroup key={pipeline} label={pipeline}>
            {stages.map((stage) => (
              <option key={stage.value} value={stage.value}>
                {stage.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <select
        className="control"
        aria-label="Owner"
        value={question.owner}
        onChange={(event) => go('/', { owner: event.target.value, page: '' })}
      >
        <option value="">All owners</option>
        {people.map((person) => (
          <option key={person.ownerId} value={person.ownerId}>
            {person.name}
          </option>
        ))}
      </select>
      {onClear && (
        <button type="button" className="link-button" onClick={onClear}>
          Clear filters
        </button>
      )}
    </div>
  );
}
