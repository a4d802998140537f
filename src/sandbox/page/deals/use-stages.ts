import { useEffect, useState } from 'react';
import { readDeal, readDeals } from '../portal.ts';
import type { PropertyOption } from '../portal-types.ts';

/** The portal's deal stages, read from the options of the stage property on any of its deals. */
export function useStages(): readonly PropertyOption[] {
  const [stages, setStages] = useState<readonly PropertyOption[]>([]);
  useEffect(() => {
    void readStages().then(setStages, () => setStages([]));
  }, []);
  return stages;
}

async function readStages(): Promise<readonly PropertyOption[]> {
  const { rows } = await readDeals({ search: '', stage: '', owner: '', page: 1 });
  if (!rows[0]) return [];
  const { groups } = await readDeal(rows[0].id);
  const properties = groups.flatMap((group) => group.properties);
  return properties.find((property) => property.name === 'dealstage')?.options ?? [];
}
