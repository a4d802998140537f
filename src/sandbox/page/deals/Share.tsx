import { readShare } from './read-share.ts';

/** A fraction as percent with a small bar under it; a dash where nothing was written. */
export function Share({ value, label }: { value: string | number | null; label: string }) {
  const share = readShare(value);
  if (share === null) return <span className="faint">–</span>;
  return (
    <span className="share" title={label}>
      <span className="share-percent">{Math.round(share * 100)} %</span>
      <span className="share-track" aria-hidden="true">
        <span className="share-fill" style={{ width: `${Math.min(Math.max(share, 0), 1) * 100}%` }} />
      </span>
    </span>
  );
}
