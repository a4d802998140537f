import type { CrmContext, CrmHostActions } from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import { quotaForecastView, type QuotaForecastView } from '../contract/index.ts';
import { useAnswer, type Asked } from '../shared/use-answer.ts';
import { watchedProperties } from './watched-properties.ts';

/** By then the service has heard of a change too: HubSpot tells the card at once and the service a moment later. */
const serviceHasHeardMs = 5_000;

/** Asks once on opening, and at once and a moment later when HubSpot reports a change of the record; never polls. */
export function useQuotaForecast(
  context: CrmContext,
  onCrmPropertiesUpdate: CrmHostActions['onCrmPropertiesUpdate'],
): Pick<Asked<QuotaForecastView>, 'state' | 'tryAgain'> {
  const { state, refresh, tryAgain } = useAnswer(context, {
    path: '/cards/quota-forecast',
    query: { dealId: String(context.crm.objectId), place: context.location },
    answer: quotaForecastView,
  });

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    onCrmPropertiesUpdate(watchedProperties, (_properties, error) => {
      if (error) return;
      refresh();
      clearTimeout(again);
      again = setTimeout(refresh, serviceHasHeardMs);
    });
    return () => clearTimeout(again);
  }, [onCrmPropertiesUpdate, refresh]);

  return { state, tryAgain };
}
