import type { MultiSelectProps } from '@hubspot/ui-extensions';
import { useEffect, useId, useState } from 'react';
import { useDismiss } from '../shell/use-dismiss.ts';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';

type Value = NonNullable<MultiSelectProps['value']>[number];

/** Several of a list, ticked in a menu. */
export function MultiSelect(props: MultiSelectProps) {
  const { options, value, onChange, placeholder = 'Select', variant = 'input', name, readOnly } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Value[]>(value ?? []);
  useEffect(() => {
    if (value) setChosen(value);
  }, [value]);
  useFormValue(name, chosen);
  const box = useDismiss(open, () => setOpen(false));
  const labels = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  const toggle = (toggled: Value) => {
    const next = chosen.includes(toggled)
      ? chosen.filter((other) => other !== toggled)
      : [...chosen, toggled];
    setChosen(next);
    onChange?.(next);
  };
  return (
    <Field words={props} id={id}>
      <div className="ui-dropdown block" ref={box}>
        <button
          type="button"
          id={id}
          className={`control as-select ${variant}`}
          disabled={readOnly}
          aria-haspopup="listbox"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {labels.length === 0 ? <span className="faint">{placeholder}</span> : labels.join(', ')}
        </button>
        <div className="menu" hidden={!open}>
          {options.map((option) => (
            <label key={String(option.value)} className="menu-item">
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
      </div>
    </Field>
  );
}
