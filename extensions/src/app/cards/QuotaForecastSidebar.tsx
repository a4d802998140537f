import { hubspot } from '@hubspot/ui-extensions';
import { QuotaForecast } from './quota-forecast/QuotaForecast.tsx';

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <QuotaForecast context={context} onCrmPropertiesUpdate={actions.onCrmPropertiesUpdate} extent="glance" />
));
