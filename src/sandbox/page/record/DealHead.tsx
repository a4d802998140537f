import type { PortalRecord } from '../portal-types.ts';
import { findProperty } from './find-property.ts';

/** The deal in four lines: name, amount, close date, and how far it has come in its pipeline. */
export function DealHead({ record }: { record: PortalRecord }) {
  const shown = (name: string) => findProperty(record, name)?.display || undefined;
  const stage = findProperty(record, 'dealstage');
  const stages = stage?.options ?? [];
  const reached = stages.findIndex((option) => option.value === stage?.value);
  const isClosed = record.properties['hs_is_closed'] === 'true';
  const end = isClosed ? (record.properties['hs_is_closed_won'] === 'true' ? 'won' : 'lost') : 'open';
  return (
    <header className="record-head">
      <h1>{record.name || 'Unnamed deal'}</h1>
      <p className="record-amount">{shown('amount') ?? 'No amount'}</p>
      <p className="record-closing">
        {isClosed ? 'Closed' : 'Closes'} {shown('closedate') ?? 'on no date yet'}
      </p>
      {reached >= 0 && (
        <div className={`stages ${end}`} role="img" aria-label={`Stage: ${stage?.display ?? ''}`}>
          {stages.map((option, index) => (
            <span
              key={option.value}
              className={isClosed || index <= reached ? 'stage-step done' : 'stage-step'}
            />
          ))}
        </div>
      )}
      <p className="record-stage">
        {stage?.display || 'No stage'}
        <span className="pipeline">{shown('pipeline')}</span>
      </p>
    </header>
  );
}
