import { Loaded as LoadedBy, type LoadedProps } from '../shared/Loaded.tsx';
import { usePage } from './page-context.ts';

/** What the settings page asks the service, shown in whatever state it is. */
export function Loaded<View>(props: Omit<LoadedProps<View>, 'reach'>) {
  const { reach } = usePage();
  return <LoadedBy reach={reach} {...props} />;
}
