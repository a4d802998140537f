import { ProgressBar } from '@hubspot/ui-extensions';
import type { SyncProgress } from '../contract/index.ts';

/** How far a running read of the account's deals is. */
export function ReadingProgress({ progress }: { progress: SyncProgress }) {
  return (
    <ProgressBar
      title={progress.phase}
      value={progress.percent ?? 0}
      showPercentage={progress.percent !== null}
      valueDescription={progress.text}
      aria-label={progress.phase}
    />
  );
}
