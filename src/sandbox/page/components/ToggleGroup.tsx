import type { ToggleGroupOption, ToggleGroupProps } from '@hubspot/ui-extensions';
import { useEffect, useId, useState } from 'react';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';

/** Boxes to tick (a list of values) or one of several (a value). */
export function ToggleGroup(props: ToggleGroupProps) {
  const { options, name, inline, value, onChange } = props;
  const single = props.toggleType === 'radioButtonList';
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>(
    value === undefined ? initiallyChosen(options) : asList(value),
  );
  useEffect(() => {
    if (value !== undefined) setChosen(asList(value));
  }, [value]);
  useFormValue(name, single ? chosen[0] : chosen);
  const toggle = (option: ToggleGroupOption) => {
    const next = single
      ? [option.value]
      : chosen.includes(option.value)
        ? chosen.filter((other) => other !== option.value)
        : [...chosen, option.value];
    setChosen(next);
    (onChange as ((value: string | readonly string[]) => void) | undefined)?.(single ? option.value : next);
  };
  return (
    <Field words={props} id={id}>
      <div
        className={inline ? 'ui-choices inline' : 'ui-choices'}
        role={single ? 'radiogroup' : 'group'}
        id={id}
      >
        {options.map((option) => (
          <label key={option.value} className="ui-choice">
            <input
              type={single ? 'radio' : 'checkbox'}
              name={`${name} ${id}`}
              checked={chosen.includes(option.value)}
              disabled={option.readOnly ?? option.readonly}
              onChange={() => toggle(option)}
            />
            <span>
              {option.label}
              {option.description && <small>{option.description}</small>}
            </span>
          </label>
        ))}
      </div>
    </Field>
  );
}

const asList = (value: string | string[]): string[] => (typeof value === 'string' ? [value] : value);

const initiallyChosen = (options: readonly ToggleGroupOption[]): string[] =>
  options.filter((option) => option.initialIsChecked).map((option) => option.value);
