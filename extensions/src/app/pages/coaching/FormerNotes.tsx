// Generated from extensions/src/app/cards/coaching/FormerNotes.tsx by `npm run generate`: edit it there.
import type { HandoverView } from '../contract/index.ts';
import { HandOver } from '../shared/HandOver.tsx';
import { useCard } from './card-context.ts';

/** For the rep: whether the manager of today reads what former managers shared beside this record. */
export function FormerNotes({ view }: { view: HandoverView }) {
  const { reach, actions, record, refresh } = useCard();
  return (
    <HandOver
      reach={reach}
      view={view}
      record={record}
      onDone={(message) => {
        actions.addAlert({ type: 'success', message });
        refresh();
      }}
    />
  );
}
