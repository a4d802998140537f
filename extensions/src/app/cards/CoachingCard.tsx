import { hubspot } from '@hubspot/ui-extensions';
import { Coaching } from './coaching/record/Coaching.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <Coaching context={context} actions={actions} extent="full" />
));
