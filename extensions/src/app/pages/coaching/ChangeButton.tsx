// Generated from extensions/src/app/cards/coaching/ChangeButton.tsx by `npm run generate`: edit it there.
import { ChangeButton as ChangeButtonBy, type ChangeButtonProps } from '../shared/ChangeButton.tsx';
import { useCard } from './card-context.ts';

/** Sends one change of coaching when pressed. */
export function ChangeButton<View>(props: Omit<ChangeButtonProps<View>, 'reach'>) {
  const { reach } = useCard();
  return <ChangeButtonBy reach={reach} {...props} />;
}
