import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Field } from './Field.tsx';
import { useFormValue } from './form-values.ts';
import { parseNumber } from './parse-number.ts';
import { useCommitted } from './use-committed.ts';

type Props = NumberInputProps & { currency?: string | undefined; align?: 'left' | 'right' | undefined };

/**
 * Grouped digits at rest, the plain number while it is typed. `onChange` on leaving and on Enter, held between `min`
 * and `max`; an emptied field gives null, which HubSpot's types do not mention.
 */
function useNumber(props: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>();
  const isTyping = draft !== undefined;
  // The raw number takes the place of the shown one as the field is entered. It is selected in the same turn in which it is
  // drawn, so that whatever is typed next replaces it; any later, and it would fall between two keys.
  useLayoutEffect(() => {
    if (isTyping) field.current?.select();
  }, [isTyping]);
  const { typed, type, commit } = useCommitted<number | undefined>({
    value: props.value,
    initial: props.defaultValue,
    onChange: (value) => (props.onChange as ((value: number | null) => void) | undefined)?.(value ?? null),
  });
  useFormValue(props.name, typed);
  const held = (value: number) => Math.min(Math.max(value, props.min ?? -Infinity), props.max ?? Infinity);
  const read = (text: string) => {
    const value = parseNumber(text);
    return value === undefined ? undefined : held(value);
  };
  return {
    id,
    typed,
    held,
    attributes: {
      ref: field,
      id,
      className: 'control',
      name: props.name,
      inputMode: 'decimal' as const,
      readOnly: props.readOnly,
      placeholder: props.placeholder,
      'aria-required': props.required,
      'aria-invalid': props.error,
      style: { textAlign: props.textAlign },
      value: draft ?? shown(typed, props),
      onChange: (event: { target: { value: string } }) => {
        setDraft(event.target.value);
        type(read(event.target.value));
        const value = parseNumber(event.target.value);
        if (value !== undefined) props.onInput?.(value);
      },
      onFocus: () => {
        setDraft(typed === undefined ? '' : String(typed));
        if (typed !== undefined) props.onFocus?.(typed);
      },
      onBlur: () => {
        setDraft(undefined);
        commit();
        if (typed !== undefined) props.onBlur?.(typed);
      },
      onKeyDown: (event: { key: string }) => {
        if (event.key === 'Enter') commit();
      },
    },
  };
}

function shown(value: number | undefined, { precision, formatStyle, currency }: Props): string {
  if (value === undefined) return '';
  const digits = new Intl.NumberFormat('en-GB', {
    ...(precision === undefined ? {} : { minimumFractionDigits: precision }),
    maximumFractionDigits: precision ?? (currency ? 2 : 10),
  }).format(value);
  return formatStyle === 'percentage' ? `${digits} %` : digits;
}

export function NumberInput(props: NumberInputProps) {
  const { id, attributes } = useNumber(props);
  return (
    <Field words={props} id={id}>
      <input {...attributes} />
    </Field>
  );
}

export function CurrencyInput(props: CurrencyInputProps) {
  const { currency = 'USD' } = props;
  const { id, attributes } = useNumber({ ...props, currency });
  return (
    <Field words={props} id={id}>
      <div className="ui-currency">
        <span aria-hidden="true">{currency}</span>
        <input {...attributes} />
      </div>
    </Field>
  );
}

export function StepperInput(props: StepperInputProps) {
  const { stepSize = 1, min, max, onChange } = props;
  const { id, attributes, typed, held } = useNumber(props);
  const [own, setOwn] = useState<number>();
  const now = own ?? typed ?? 0;
  const step = (by: number) => {
    setOwn(held(now + by));
    onChange?.(held(now + by));
  };
  return (
    <Field words={props} id={id}>
      <div className="ui-stepper">
        <button
          type="button"
          aria-label="Less"
          disabled={props.readOnly || (min !== undefined && now <= min)}
          title={min !== undefined && now <= min ? props.minValueReachedTooltip : undefined}
          onClick={() => step(-stepSize)}
        >
          −
        </button>
        <input {...attributes} />
        <button
          type="button"
          aria-label="More"
          disabled={props.readOnly || (max !== undefined && now >= max)}
          title={max !== undefined && now >= max ? props.maxValueReachedTooltip : undefined}
          onClick={() => step(stepSize)}
        >
          +
        </button>
      </div>
    </Field>
  );
}
