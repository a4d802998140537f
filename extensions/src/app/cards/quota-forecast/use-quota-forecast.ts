import type { CrmContext, CrmHostActions } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { quotaForecastView, type QuotaForecastView } from '../contract/index.ts';
import { askService, type Answer, type FailureNotice } from '../shared/ask-service.ts';
import { watchedProperties } from './watched-properties.ts';

export type QuotaForecastState =
  | { status: 'loading' }
  /** `isStale`: the last refresh did not come through, so the view is that of its as-of time. */
  | { status: 'ready'; view: QuotaForecastView; isStale: boolean }
  | { status: 'failed'; error: FailureNotice };

/** By then the service has heard of a change too: HubSpot tells the card at once and the service a moment later. */
const serviceHasHeardMs = 5_000;

/**
 * Asks once on opening, and at once and a moment later when HubSpot reports a change of the record; never polls.
 * Requests are counted, and only the answer to the newest is shown, in whatever order they arrive.
 */
export function useQuotaForecast(
  context: CrmContext,
  onCrmPropertiesUpdate: CrmHostActions['onCrmPropertiesUpdate'],
): { state: QuotaForecastState; tryAgain: () => void } {
  const [state, setState] = useState<QuotaForecastState>({ status: 'loading' });
  const [request, setRequest] = useState(1);

  useEffect(() => {
    let isNewest = true;
    const query = { dealId: String(context.crm.objectId), place: context.location };
    const question = { path: '/cards/quota-forecast', query, answer: quotaForecastView };
    void askService(context, question).then((answer) => {
      if (isNewest) setState((before) => takeAnswer(before, answer));
    });
    return () => {
      isNewest = false;
    };
  }, [context, request]);

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    onCrmPropertiesUpdate(watchedProperties, (_properties, error) => {
      if (error) return;
      const ask = () => setRequest((count) => count + 1);
      ask();
      clearTimeout(again);
      again = setTimeout(ask, serviceHasHeardMs);
    });
    return () => clearTimeout(again);
  }, [onCrmPropertiesUpdate]);

  const tryAgain = () => {
    setState({ status: 'loading' });
    setRequest((count) => count + 1);
  };
  return { state, tryAgain };
}

/** A view stays while the service is briefly away; it goes when the service says that it must not be seen. */
function takeAnswer(before: QuotaForecastState, answer: Answer<QuotaForecastView>): QuotaForecastState {
  if (answer.ok) return { status: 'ready', view: answer.view, isStale: false };
  const passes = answer.error.code === 'unavailable' || answer.error.code === 'too_many_requests';
  if (passes && before.status === 'ready') return { ...before, isStale: true };
  return { status: 'failed', error: answer.error };
}
