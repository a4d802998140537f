import { pipelinesView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { PipelineChoice } from './PipelineChoice.tsx';

/** Which pipelines count towards quotas. */
export function Pipelines() {
  return (
    <Loaded question={{ path: '/settings/pipelines', answer: pipelinesView }} label="Reading the pipelines">
      {(view, { show }) => (
        <PipelineChoice
          key={view.pipelines.map(({ id, counts }) => `${id} ${counts}`).join()}
          view={view}
          onSaved={show}
        />
      )}
    </Loaded>
  );
}
