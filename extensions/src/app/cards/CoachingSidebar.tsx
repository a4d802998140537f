import { hubspot } from '@hubspot/ui-extensions';
import { Coaching } from './coaching/record/Coaching.tsx';

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <Coaching context={context} actions={actions} extent="glance" />
));
