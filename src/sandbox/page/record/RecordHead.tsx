import type { DealRecord } from '../portal-types.ts';
import { findProperty } from './find-property.ts';

/** The deal in four lines: name, amount, close date, stage and pipeline. */
export function RecordHead({ record }: { record: DealRecord }) {
  const stage = findProperty(record, 'dealstage');
  const stages = stage?.options ?? [];
  const reached = stages.findIndex((option) => option.value === stage?.value);
  return (
    <header className="record-head">
      <h1>{record.name || 'Unnamed deal'}</h1>
      <p className="record-amount">{findProperty(record, 'amount')?.display || 'No amount'}</p>
      <dl>
        <div>
          <dt>Closes</dt>
          <dd>{findProperty(record, 'closedate')?.display || '–'}</dd>
        </div>
        <div>
          <dt>Pipeline</dt>
          <dd>{findProperty(record, 'pipeline')?.display || '–'}</dd>
        </div>
      </dl>
      {reached >= 0 && (
        <div className="stages" role="img" aria-label={`Stage: ${stage?.display ?? ''}`}>
          {stages.map((option, index) => (
            <span key={option.value} className={index <= reached ? 'stage-step done' : 'stage-step'} />
          ))}
        </div>
      )}
      <p className="record-stage">{stage?.display || 'No stage'}</p>
    </header>
  );
}
