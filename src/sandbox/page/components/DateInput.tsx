import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';
import { useEffect, useId, useState } from 'react';
import { DayField } from '../fields/DayField.tsx';
import { dateToDay, dayToDate, formatDate } from './date-of-day.ts';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';

/** A day as `{year, month 0-11, date}`; the change also carries the day as it is shown. */
export function DateInput(props: DateInputProps) {
  const { value, defaultValue, format = 'short', min, max, onChange, onBlur, onFocus } = props;
  const id = useId();
  const [date, setDate] = useState<BaseDate | undefined>(value ?? defaultValue);
  useEffect(() => setDate(value ?? defaultValue), [value && dateToDay(value)]);
  useFormValue(props.name, date);
  const payload = (given: BaseDate) => ({ ...given, formattedDate: formatDate(given, format) });
  return (
    <Field words={props} id={id}>
      <DayField
        id={id}
        label={props.label}
        day={date ? dateToDay(date) : null}
        format={(day) => formatDate(dayToDate(day), format)}
        disabled={props.readOnly === true}
        invalid={props.error === true}
        {...(min ? { min: dateToDay(min) } : {})}
        {...(max ? { max: dateToDay(max) } : {})}
        clearLabel={props.clearButtonLabel ?? 'Clear'}
        todayLabel={props.todayButtonLabel ?? 'Today'}
        onDay={(day) => {
          const picked = day === null ? undefined : dayToDate(day);
          setDate(picked);
          // A cleared field gives null, which HubSpot's types do not mention.
          (onChange as ((given: BaseDate | null) => void) | undefined)?.(picked ? payload(picked) : null);
        }}
        onFocus={() => date && onFocus?.(payload(date))}
        onBlur={() => date && onBlur?.(payload(date))}
      />
    </Field>
  );
}
