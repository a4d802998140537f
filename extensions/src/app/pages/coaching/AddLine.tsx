// Generated from extensions/src/app/cards/coaching/AddLine.tsx by `npm run generate`: edit it there.
import { done } from '../contract/index.ts';
import { useCard } from './card-context.ts';
import { SayForm } from './SayForm.tsx';

/** The rep puts something on the agenda of their next 1:1. */
export function AddLine({ reader }: { reader: string | null }) {
  const { record } = useCard();
  return (
    <SayForm
      name="line"
      label="What do you want to talk about?"
      submit="Add to my next 1:1"
      description={reader}
      isLong={false}
      change={(text) => ({ path: '/cards/coaching/line', input: { ...record, text }, answer: done })}
    />
  );
}
