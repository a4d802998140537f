import { sharingView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { SharingChoice } from './SharingChoice.tsx';

/** Who may see whose attainment on the deals: one of three levels. */
export function Sharing() {
  return (
    <Loaded question={{ path: '/settings/sharing', answer: sharingView }} label="Reading who may see what">
      {(view, { show }) => <SharingChoice key={view.level} view={view} onChosen={show} />}
    </Loaded>
  );
}
