import { createContext, useContext, useEffect, useRef } from 'react';

/** The fields of one form by name, each with the way to its value now. */
export type FormFields = Map<string, () => unknown>;

export const FormContext = createContext<FormFields | null>(null);

/** Makes a field's value part of what its form submits; outside a form, or without a name, nothing happens. */
export function useFormValue(name: string | undefined, value: unknown): void {
  const fields = useContext(FormContext);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    if (!fields || name === undefined) return;
    const read = () => latest.current;
    fields.set(name, read);
    return () => {
      if (fields.get(name) === read) fields.delete(name);
    };
  }, [fields, name]);
}
