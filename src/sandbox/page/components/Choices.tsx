import type { CheckboxProps, RadioButtonProps, ToggleProps } from '@hubspot/ui-extensions';
import { useEffect, useId, useState } from 'react';
import { useFormValue } from './form-values.ts';

/** On or off, the card's where it says so. */
function useChecked(checked: boolean | undefined, initial: boolean | undefined) {
  const [own, setOwn] = useState(checked ?? initial ?? false);
  useEffect(() => {
    if (checked !== undefined) setOwn(checked);
  }, [checked]);
  return [own, setOwn] as const;
}

export function Checkbox(props: CheckboxProps) {
  const { value = '', name, description, children, inline, onChange, testId } = props;
  const [checked, setChecked] = useChecked(props.checked, props.initialIsChecked);
  useFormValue(name, checked);
  return (
    <label className={inline ? 'ui-choice inline' : 'ui-choice'} data-test-id={testId}>
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={props.readOnly ?? props.readonly}
        aria-label={props['aria-label']}
        onChange={(event) => {
          setChecked(event.target.checked);
          onChange?.(event.target.checked, value);
        }}
      />
      <span>
        {children}
        {description && <small>{description}</small>}
      </span>
    </label>
  );
}

export function RadioButton(props: RadioButtonProps) {
  const { value = '', name, description, children, inline, checked, onChange, testId } = props;
  // Two of one name that each keep a choice of their own would take it from each other.
  const choice = checked === undefined ? { defaultChecked: props.initialIsChecked ?? false } : { checked };
  return (
    <label className={inline ? 'ui-choice inline' : 'ui-choice'} data-test-id={testId}>
      <input
        type="radio"
        name={name}
        value={value}
        {...choice}
        disabled={props.readOnly ?? props.readonly}
        onChange={(event) => onChange?.(event.target.checked, value)}
      />
      <span>
        {children}
        {description && <small>{description}</small>}
      </span>
    </label>
  );
}

export function Toggle(props: ToggleProps) {
  const { label, labelDisplay = 'inline', name, onChange, textChecked, textUnchecked, testId } = props;
  const id = useId();
  const [checked, setChecked] = useChecked(props.checked, props.initialIsChecked);
  useFormValue(name, checked);
  const state = checked ? textChecked : textUnchecked;
  return (
    <span className={`ui-toggle ${labelDisplay}`} data-test-id={testId}>
      <label htmlFor={id} className={labelDisplay === 'hidden' ? 'only-heard' : undefined}>
        {label}
      </label>
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={checked}
        disabled={props.readOnly ?? props.readonly}
        onClick={() => {
          setChecked(!checked);
          onChange?.(!checked);
        }}
      >
        <span aria-hidden="true" />
      </button>
      {state && <small>{state}</small>}
    </span>
  );
}
