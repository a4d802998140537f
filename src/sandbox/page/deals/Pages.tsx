import type { DealPage } from '../portal-types.ts';

/** Which rows are shown, and the way to the neighbouring pages. */
export function Pages({ deals, onPage }: { deals: DealPage; onPage: (page: number) => void }) {
  const { total, page, pageSize, rows } = deals;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  return (
    <footer className="pages">
      <span>
        {first.toLocaleString('en-GB')}–{(first + rows.length - 1).toLocaleString('en-GB')} of{' '}
        {total.toLocaleString('en-GB')}
      </span>
      <span className="pages-buttons">
        <button type="button" className="button small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          Previous
        </button>
        <span>
          Page {page} of {pages}
        </span>
        <button
          type="button"
          className="button small"
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          Next
        </button>
      </span>
    </footer>
  );
}
