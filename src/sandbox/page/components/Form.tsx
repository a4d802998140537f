import type { FormInputValues, FormProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { extensionEvent } from './extension-event.ts';
import { FormContext, type FormFields } from './form-values.ts';
import { useReactions } from './use-overlay-trigger.tsx';

/** Submits its named fields as `targetValue`. Checking is the card's: `required` only marks a field, as in HubSpot. */
export function Form({ children, onSubmit, autoComplete, testId }: FormProps) {
  const [fields] = useState<FormFields>(() => new Map());
  const reactions = useReactions();
  return (
    <form
      className="ui-form"
      noValidate
      autoComplete={autoComplete}
      data-test-id={testId}
      onSubmit={(event) => {
        event.preventDefault();
        const targetValue = Object.fromEntries(
          [...fields].map(([name, read]) => [name, read()]),
        ) as FormInputValues;
        void onSubmit?.({ ...extensionEvent(event), targetValue }, reactions);
      }}
    >
      <FormContext.Provider value={fields}>{children}</FormContext.Provider>
    </form>
  );
}
