import type {
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TablePaginatedProps,
  TableProps,
  WidthProps,
} from '@hubspot/ui-extensions';
import { useState, type CSSProperties } from 'react';
import { Icon } from './Icon.tsx';

/** The rows are the card's: paging only tells it which page is wanted, and counts from 1. */
export function Table(props: TableProps) {
  const { bordered = true, flush, density = 'default', children, testId } = props;
  return (
    <div
      className={`ui-table ${density}${bordered ? ' bordered' : ''}${flush ? ' flush' : ''}`}
      data-test-id={testId}
    >
      <div className="table-scroll">
        <table>{children}</table>
      </div>
      {props.paginated && <TablePages {...props} />}
    </div>
  );
}

function TablePages(props: TablePaginatedProps) {
  const { pageCount, page, onPageChange, showButtonLabels = true, showFirstLastButtons = false } = props;
  const most = props.maxVisiblePageButtons ?? 5;
  const [own, setOwn] = useState(1);
  const shown = page ?? own;
  const first = Math.max(1, Math.min(shown - Math.floor(most / 2), pageCount - most + 1));
  const numbers = Array.from({ length: Math.min(most, pageCount) }, (_, index) => first + index);
  const turn = (wanted: number) => {
    setOwn(wanted);
    onPageChange(wanted);
  };
  const step = (wanted: number, sign: string, words: string) => (
    <button
      type="button"
      aria-label={words}
      disabled={wanted < 1 || wanted > pageCount || wanted === shown}
      onClick={() => turn(wanted)}
    >
      {showButtonLabels ? words : sign}
    </button>
  );
  return (
    <nav className="ui-table-pages" aria-label="Table pages">
      {showFirstLastButtons && step(1, '«', 'First')}
      {step(shown - 1, '‹', 'Prev')}
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          aria-label={`Page ${number}`}
          aria-current={number === shown ? 'page' : undefined}
          onClick={() => turn(number)}
        >
          {number}
        </button>
      ))}
      {step(shown + 1, '›', 'Next')}
      {showFirstLastButtons && step(pageCount, '»', 'Last')}
    </nav>
  );
}

export const TableHead = ({ children, testId }: TableElementProps) => (
  <thead data-test-id={testId}>{children}</thead>
);
export const TableBody = ({ children, testId }: TableElementProps) => (
  <tbody data-test-id={testId}>{children}</tbody>
);
export const TableFooter = ({ children, testId }: TableElementProps) => (
  <tfoot data-test-id={testId}>{children}</tfoot>
);
export const TableRow = ({ children, testId }: TableElementProps) => (
  <tr data-test-id={testId}>{children}</tr>
);

export function TableHeader(props: TableHeaderProps) {
  const { children, align = 'left', width = 'auto', testId } = props;
  const style = cellStyle(align, width);
  if (!('onSortChange' in props)) {
    return (
      <th style={style} data-test-id={testId}>
        {children}
      </th>
    );
  }
  const { sortDirection, onSortChange, disabled } = props;
  return (
    <th style={style} data-test-id={testId} aria-sort={sortDirection}>
      <button
        type="button"
        className={`ui-sort ${sortDirection}`}
        disabled={disabled}
        onClick={() => onSortChange(sortDirection === 'ascending' ? 'descending' : 'ascending')}
      >
        {children}
        <Icon name={sortDirection === 'descending' ? 'downCarat' : 'upCarat'} />
      </button>
    </th>
  );
}

export const TableCell = ({ children, align = 'left', width = 'auto', colSpan, testId }: TableCellProps) => (
  <td style={cellStyle(align, width)} colSpan={colSpan} data-test-id={testId}>
    {children}
  </td>
);

function cellStyle(
  align: 'left' | 'center' | 'right',
  width: NonNullable<WidthProps['width']>,
): CSSProperties {
  if (typeof width === 'number') return { textAlign: align, width };
  const widths = { auto: {}, max: { width: '100%' }, min: { width: '1%', whiteSpace: 'nowrap' } } as const;
  return { textAlign: align, ...widths[width] };
}
