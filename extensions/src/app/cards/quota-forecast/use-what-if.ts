import { useDebounce, type CrmContext } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { whatIfRequest, whatIfView, type WhatIfView } from '../contract/index.ts';
import { askService, type Answer } from '../shared/ask-service.ts';

/** What a person tries out: an amount in the deal's currency and a date `YYYY-MM-DD`; null where a field is empty. */
export type Trial = {
  amount: number | null;
  closeDate: string | null;
};

export type WhatIfState =
  | { status: 'untouched' }
  /** An amount or a date is missing or out of range. */
  | { status: 'incomplete' }
  | { status: 'asking' }
  | { status: 'answered'; answer: Answer<WhatIfView> };

interface WhatIfInput {
  context: CrmContext;
  /** The deal as it stands. */
  start: Trial;
  trial: Trial;
  /** The time of the figures that the answer builds on. */
  asOf: string;
}

/**
 * Asks what the trial would do, once it has stopped changing, and again when `asOf` shows that the figures under it
 * have moved. Nothing is asked while the trial is the deal as it stands.
 */
export function useWhatIf({ context, start, trial, asOf }: WhatIfInput): WhatIfState {
  const { amount, closeDate } = useDebounce(trial, 300);
  const isUntouched = amount === start.amount && closeDate === start.closeDate;
  const [state, setState] = useState<WhatIfState>({ status: 'untouched' });

  useEffect(() => {
    const dealId = String(context.crm.objectId);
    const request = whatIfRequest.safeParse({ dealId, amount: String(amount), closeDate });
    if (isUntouched || !request.success) {
      setState({ status: isUntouched ? 'untouched' : 'incomplete' });
      return undefined;
    }
    let isNewest = true;
    setState({ status: 'asking' });
    const question = { path: '/cards/quota-forecast/what-if', query: request.data, answer: whatIfView };
    void askService(context, question).then((answer) => {
      if (isNewest) setState({ status: 'answered', answer });
    });
    return () => {
      isNewest = false;
    };
  }, [context, amount, closeDate, isUntouched, asOf]);

  return state;
}
