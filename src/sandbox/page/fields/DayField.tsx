import { useEffect, useState } from 'react';
import { formatDay } from '../deals/format-day.ts';
import { useDismiss } from '../shell/use-dismiss.ts';
import { Calendar } from './Calendar.tsx';
import { parseDay } from './parse-day.ts';

/** A day that is typed or picked (`YYYY-MM-DD`); it is given out when picked, and on Enter or leaving when typed. */
export function DayField(props: {
  label: string;
  day: string | null;
  onDay: (day: string | null) => void;
  id?: string;
  format?: (day: string) => string;
  min?: string;
  max?: string;
  disabled?: boolean;
  invalid?: boolean;
  autoOpen?: boolean;
  clearLabel?: string;
  todayLabel?: string;
  onFocus?: () => void;
  onBlur?: () => void;
}) {
  const { label, day, onDay, format = (value: string) => formatDay(value, 'UTC') } = props;
  const [open, setOpen] = useState(props.autoOpen ?? false);
  const [typed, setTyped] = useState<string>();
  const box = useDismiss(open, () => setOpen(false));
  useEffect(() => setTyped(undefined), [day]);
  const commit = () => {
    if (typed === undefined) return;
    const parsed = typed.trim() === '' ? null : parseDay(typed);
    setTyped(undefined);
    if (parsed !== undefined && parsed !== day) onDay(parsed);
  };
  const pick = (picked: string | null) => {
    setOpen(false);
    setTyped(undefined);
    if (picked !== day) onDay(picked);
  };
  return (
    <div className="day-field" ref={box}>
      <input
        className="control"
        id={props.id}
        aria-label={props.id ? undefined : label}
        aria-invalid={props.invalid}
        autoComplete="off"
        placeholder="YYYY-MM-DD"
        autoFocus={props.autoOpen}
        disabled={props.disabled}
        value={typed ?? (day ? format(day) : '')}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => {
          setOpen(true);
          props.onFocus?.();
        }}
        onBlur={() => {
          commit();
          props.onBlur?.();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          if (typed !== undefined) event.preventDefault();
          commit();
          setOpen(false);
        }}
      />
      {open && !props.disabled && (
        <Calendar
          day={day}
          min={props.min}
          max={props.max}
          clearLabel={props.clearLabel}
          todayLabel={props.todayLabel}
          onDay={pick}
        />
      )}
    </div>
  );
}
