import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { useId, type ChangeEvent, type KeyboardEvent } from 'react';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';
import { useCommitted } from './use-committed.ts';

/** What the three text fields do alike. */
function useText(props: InputProps | TextAreaProps | SearchInputProps) {
  const id = useId();
  const { typed, type, commit } = useCommitted({
    value: props.value,
    initial: props.defaultValue ?? '',
    onChange: props.onChange,
  });
  useFormValue(props.name, typed);
  const enter = (text: string) => {
    type(text);
    props.onInput?.(text);
  };
  return {
    id,
    enter,
    attributes: {
      id,
      className: 'control',
      name: props.name,
      value: typed,
      readOnly: props.readOnly,
      placeholder: props.placeholder,
      'aria-required': props.required,
      'aria-invalid': props.error,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => enter(event.target.value),
      onFocus: () => props.onFocus?.(typed),
      onBlur: () => {
        commit();
        props.onBlur?.(typed);
      },
    },
    // Enter submits a form without leaving the field.
    commitOnEnter: (event: KeyboardEvent) => {
      if (event.key === 'Enter') commit();
    },
  };
}

export function Input(props: InputProps) {
  const { id, attributes, commitOnEnter } = useText(props);
  return (
    <Field words={props} id={id}>
      <input type={props.type ?? 'text'} {...attributes} onKeyDown={commitOnEnter} />
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const { id, attributes } = useText(props);
  const { cols, rows = 3, maxLength, resize = 'vertical' } = props;
  return (
    <Field words={props} id={id}>
      <textarea {...attributes} cols={cols} rows={rows} maxLength={maxLength} style={{ resize }} />
    </Field>
  );
}

export function SearchInput(props: SearchInputProps) {
  const { id, attributes, enter, commitOnEnter } = useText(props);
  return (
    <Field words={props} id={id}>
      <div className="ui-search">
        <input type="text" role="searchbox" {...attributes} onKeyDown={commitOnEnter} />
        {props.clearable !== false && attributes.value !== '' && (
          <button type="button" className="icon-button" aria-label="Clear" onClick={() => enter('')}>
            ×
          </button>
        )}
      </div>
    </Field>
  );
}
