import { Flex, LoadingSpinner, type CrmContext, type CrmHostActions } from '@hubspot/ui-extensions';
import { Failure } from '../shared/Failure.tsx';
import { Likelihood } from './Likelihood.tsx';
import { Standing } from './Standing.tsx';
import { Surroundings } from './Surroundings.tsx';
import { ThisDeal } from './ThisDeal.tsx';
import { useQuotaForecast } from './use-quota-forecast.ts';
import { WhatIf } from './WhatIf.tsx';

interface QuotaForecastProps {
  context: CrmContext;
  onCrmPropertiesUpdate: CrmHostActions['onCrmPropertiesUpdate'];
  /** `glance` shows the first two blocks only: the sidebar is narrow and shared with other cards. */
  extent: 'full' | 'glance';
}

/** The quota and forecast card in whatever state it is. */
export function QuotaForecast({ context, onCrmPropertiesUpdate, extent }: QuotaForecastProps) {
  const { state, tryAgain } = useQuotaForecast(context, onCrmPropertiesUpdate);
  if (state.status === 'loading') {
    return <LoadingSpinner label="Reading quota and forecast" showLabel layout="centered" />;
  }
  if (state.status === 'failed') {
    return (
      <Failure error={state.error} onTryAgain={tryAgain} notFoundTitle="Nothing to show for this deal" />
    );
  }

  const { view, isStale } = state;
  return (
    <Surroundings view={view} isStale={isStale}>
      {view.standing && <Standing standing={view.standing} />}
      <ThisDeal contribution={view.contribution} facts={view.dealFacts} />
      {extent === 'full' && (
        <Flex direction="column" gap="md">
          <Likelihood likelihood={view.likelihood} />
          {view.whatIf && <WhatIf context={context} start={view.whatIf} asOf={view.asOfLabel} />}
        </Flex>
      )}
    </Surroundings>
  );
}
