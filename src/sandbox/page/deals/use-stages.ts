import { useEffect, useState } from 'react';
import { readDeals, readRecord } from '../portal.ts';
import type { PropertyOption } from '../portal-types.ts';

/** Stages of the portal's pipelines: a deal's own record names those of its pipeline, so one deal of each is asked. */
export function useStages(): readonly {
  readonly pipeline: string;
  readonly stages: readonly PropertyOption[];
}[] {
  const [pipelines, setPipelines] = useState<Awaited<ReturnType<typeof readStages>>>([]);
  useEffect(() => {
    void readStages().then(setPipelines, () => setPipelines([]));
  }, []);
  return pipelines;
}

async function readStages() {
  const { rows } = await readDeals({ search: '', stage: '', owner: '', page: 1 });
  const oneEach = new Map(rows.map((row) => [row.pipelineLabel, row.id]));
  return Promise.all(
    [...oneEach].map(async ([pipeline, id]) => {
      const properties = (await readRecord({ kind: 'deals', id })).groups.flatMap(
        (group) => group.properties,
      );
      return { pipeline, stages: properties.find(({ name }) => name === 'dealstage')?.options ?? [] };
    }),
  );
}
