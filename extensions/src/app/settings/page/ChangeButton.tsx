import { ChangeButton as ChangeButtonBy, type ChangeButtonProps } from '../shared/ChangeButton.tsx';
import { usePage } from './page-context.ts';

/** Sends one change of the settings when pressed. */
export function ChangeButton<View>(props: Omit<ChangeButtonProps<View>, 'reach'>) {
  const { reach } = usePage();
  return <ChangeButtonBy reach={reach} {...props} />;
}
