import { hubspot } from '@hubspot/ui-extensions';
import { QuotaForecast } from './quota-forecast/QuotaForecast.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <QuotaForecast context={context} onCrmPropertiesUpdate={actions.onCrmPropertiesUpdate} extent="full" />
));
