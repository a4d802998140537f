import { useCard } from './card-context.ts';
import { SayForm } from './SayForm.tsx';
import { useText } from './writing/use-text.ts';

/** The rep puts something on the agenda of their next 1:1; `reader` says who will read it. */
export function AddLine({ reader }: { reader: string | null }) {
  const { record } = useCard();
  const writing = useText({ kind: 'line', ...record }, '/cards/coaching/line');
  return (
    <SayForm
      writing={writing}
      name="line"
      label="What do you want to talk about?"
      submit="Add to my next 1:1"
      description={reader}
      isLong={false}
    />
  );
}
