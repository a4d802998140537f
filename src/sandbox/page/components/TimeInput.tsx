import type { BaseTime, TimeInputProps } from '@hubspot/ui-extensions';
import { useEffect, useId, useState } from 'react';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';

const minutesOf = ({ hours, minutes }: BaseTime): number => hours * 60 + minutes;

/** A time of day from a list, a step of `interval` minutes apart. */
export function TimeInput(props: TimeInputProps) {
  const { value, defaultValue, interval = 30, min, max, onChange, readOnly } = props;
  const id = useId();
  const [time, setTime] = useState(value ?? defaultValue ?? undefined);
  useEffect(() => {
    if (value !== undefined) setTime(value ?? undefined);
  }, [value && minutesOf(value)]);
  useFormValue(props.name, time);
  const first = min ? minutesOf(min) : 0;
  const last = max ? minutesOf(max) : 24 * 60 - 1;
  const times = Array.from(
    { length: Math.floor((last - first) / interval) + 1 },
    (_, step) => first + step * interval,
  );
  return (
    <Field words={props} id={id}>
      <select
        id={id}
        className="control"
        disabled={readOnly}
        value={time ? minutesOf(time) : ''}
        onChange={(event) => {
          const total = Number(event.target.value);
          const picked = { hours: Math.floor(total / 60), minutes: total % 60 };
          setTime(picked);
          onChange?.(picked);
        }}
        onFocus={() => time && props.onFocus?.(time)}
        onBlur={() => time && props.onBlur?.(time)}
      >
        <option value="" disabled>
          –:–
        </option>
        {times.map((total) => (
          <option key={total} value={total}>
            {String(Math.floor(total / 60)).padStart(2, '0')}:{String(total % 60).padStart(2, '0')}
          </option>
        ))}
      </select>
    </Field>
  );
}
