import { coachingPolicyView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { PolicyForm } from './PolicyForm.tsx';

/** How often 1:1s are, how much time coaching should take, and what may come up by itself. */
export function Policy() {
  return (
    <Loaded
      question={{ path: '/settings/coaching/policy', answer: coachingPolicyView }}
      label="Reading how coaching is done"
    >
      {(view, { show }) => <PolicyForm key={JSON.stringify(view)} view={view} onSaved={show} />}
    </Loaded>
  );
}
