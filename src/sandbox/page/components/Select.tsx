import type { SelectProps } from '@hubspot/ui-extensions';
import { useEffect, useId, useState } from 'react';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';

/** Values keep their type: the browser's own list knows only strings, so an option is found by its place. */
export function Select(props: SelectProps) {
  const { options, value, onChange, placeholder = 'Select', variant = 'input', name, readOnly } = props;
  const id = useId();
  const [chosen, setChosen] = useState(value);
  useEffect(() => setChosen(value), [value]);
  useFormValue(name, chosen);
  const place = options.findIndex((option) => option.value === chosen);
  return (
    <Field words={props} id={id}>
      <select
        id={id}
        className={`control ${variant}`}
        name={name}
        disabled={readOnly}
        aria-invalid={props.error}
        aria-required={props.required}
        value={place}
        onChange={(event) => {
          const option = options[Number(event.target.value)];
          if (!option) return;
          setChosen(option.value);
          onChange?.(option.value);
        }}
      >
        {place === -1 && (
          <option value={-1} disabled>
            {placeholder}
          </option>
        )}
        {options.map((option, index) => (
          <option key={String(option.value)} value={index}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
