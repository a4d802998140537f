import { useState } from 'react';
import { homeTeamView } from '../../contract/index.ts';
import type { Reach } from '../../shared/ask-service.ts';
import { Loaded } from '../../shared/Loaded.tsx';
import { DealsBehind } from './DealsBehind.tsx';
import type { Figure } from './figure.ts';
import { Standings } from './Standings.tsx';

/** Where everybody whom the viewer may see stands; every figure opens to its deals. */
export function Team({ reach }: { reach: Reach }) {
  const [opened, setOpened] = useState<Figure | null>(null);
  if (opened) return <DealsBehind reach={reach} figure={opened} onBack={() => setOpened(null)} />;
  return (
    <Loaded reach={reach} question={{ path: '/home/team', answer: homeTeamView }} label="Adding up">
      {(view, { refresh }) => <Standings view={view} onOpen={setOpened} onRefresh={refresh} />}
    </Loaded>
  );
}
