import { useState } from 'react';
import { formatDay } from '../deals/format-day.ts';
import { monthGrid } from './month-grid.ts';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** A month to pick a day from. Presses keep the focus in the field, so that picking is no leaving. */
export function Calendar(props: {
  day: string | null;
  min?: string | undefined;
  max?: string | undefined;
  clearLabel?: string | undefined;
  todayLabel?: string | undefined;
  onDay: (day: string | null) => void;
}) {
  const today = new Date().toLocaleDateString('sv-SE');
  const start = props.day ?? today;
  const [shown, setShown] = useState({
    year: Number(start.slice(0, 4)),
    month: Number(start.slice(5, 7)) - 1,
  });
  const move = (months: number) => {
    const moved = new Date(Date.UTC(shown.year, shown.month + months, 1));
    setShown({ year: moved.getUTCFullYear(), month: moved.getUTCMonth() });
  };
  const title = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(shown.year, shown.month, 1)),
  );
  const barred = (day: string) =>
    (props.min !== undefined && day < props.min) || (props.max !== undefined && day > props.max);
  const inMonth = (day: string) => Number(day.slice(5, 7)) - 1 === shown.month;
  return (
    <div
      className="calendar"
      role="dialog"
      aria-label="Pick a day"
      onMouseDown={(event) => event.preventDefault()}
    >
      <header>
        <button type="button" className="icon-button" aria-label="Previous month" onClick={() => move(-1)}>
          ‹
        </button>
        <strong>{title}</strong>
        <button type="button" className="icon-button" aria-label="Next month" onClick={() => move(1)}>
          ›
        </button>
      </header>
      <div className="calendar-grid">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} className="weekday">
            {weekday}
          </span>
        ))}
        {monthGrid(shown.year, shown.month).map((day) => (
          <button
            key={day}
            type="button"
            className={`day${inMonth(day) ? '' : ' outside'}${day === today ? ' today' : ''}`}
            aria-label={formatDay(day, 'UTC')}
            aria-pressed={day === props.day}
            disabled={barred(day)}
            onClick={() => props.onDay(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
      <footer>
        <button
          type="button"
          className="link-button"
          disabled={barred(today)}
          onClick={() => props.onDay(today)}
        >
          {props.todayLabel ?? 'Today'}
        </button>
        <button type="button" className="link-button" onClick={() => props.onDay(null)}>
          {props.clearLabel ?? 'Clear'}
        </button>
      </footer>
    </div>
  );
}
