import { Flex, Tab, Tabs } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { AboutMe } from './about-me/AboutMe.tsx';
import { Calendar } from './calendar/Calendar.tsx';
import { Coaching } from './coaching/Coaching.tsx';
import { DataQuality } from './data-quality/DataQuality.tsx';
import { Features } from './features/Features.tsx';
import { usePage, type SectionId } from './page-context.ts';
import { People } from './people/People.tsx';
import { Privacy } from './privacy/Privacy.tsx';
import { Quotas } from './quotas/Quotas.tsx';
import { sections } from './sections.ts';
import { SetUp, type SetupState } from './setup/SetUp.tsx';
import { Sharing } from './sharing/Sharing.tsx';
import { Sync } from './sync/Sync.tsx';
import { Writing } from './writing/Writing.tsx';

/** The parts of the page as tabs. Only the open one is there, so that each asks when it is opened, and asks anew. */
export function OpsTabs({ section, setup }: { section: SectionId; setup: SetupState }) {
  const { goTo } = usePage();
  const contents: Record<SectionId, () => ReactNode> = {
    setup: () => <SetUp setup={setup} />,
    people: () => <People />,
    quotas: () => <Quotas />,
    calendar: () => <Calendar />,
    coaching: () => <Coaching />,
    sharing: () => <Sharing />,
    writing: () => <Writing />,
    features: () => <Features />,
    dataQuality: () => <DataQuality />,
    sync: () => <Sync />,
    privacy: () => <Privacy />,
    aboutMe: () => <AboutMe />,
  };
  return (
    <Tabs
      selected={section}
      onSelectedChange={(id: string | number) => {
        // What was done under another tab may have ticked a step.
        if (id === 'setup') setup.refresh();
        goTo(id as SectionId);
      }}
    >
      {sections.map(({ id, title }) => (
        <Tab key={id} tabId={id} title={title}>
          {id === section && (
            <Flex direction="column" gap="md">
              {contents[id]()}
            </Flex>
          )}
        </Tab>
      ))}
    </Tabs>
  );
}
