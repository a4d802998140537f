import { LoadingSpinner, type SettingsContext } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import { setupView } from '../contract/index.ts';
import { Failure } from '../shared/Failure.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { ForEverybody } from './ForEverybody.tsx';
import { OpsTabs } from './OpsTabs.tsx';
import { PageContext, type PageActions, type SectionId } from './page-context.ts';

interface SettingsPageProps {
  context: SettingsContext;
  actions: PageActions;
}

/** The settings page: everything for ops, and for everybody what is held on them. */
export function SettingsPage({ context, actions }: SettingsPageProps) {
  const [section, setSection] = useState<SectionId>('setup');
  const tools = useMemo(() => ({ reach: context, actions, goTo: setSection }), [context, actions]);
  const setup = useAnswer(context, { path: '/settings/setup', answer: setupView });
  const { state } = setup;
  if (state.status === 'loading') {
    return <LoadingSpinner label="Opening the settings" showLabel layout="centered" />;
  }
  if (state.status === 'failed' && state.error.code !== 'forbidden') {
    return <Failure error={state.error} onTryAgain={setup.tryAgain} />;
  }
  return (
    <PageContext.Provider value={tools}>
      {state.status === 'failed' ? (
        <ForEverybody onBecameOps={setup.tryAgain} />
      ) : (
        <OpsTabs section={section} setup={{ ...setup, view: state.view, isStale: state.isStale }} />
      )}
    </PageContext.Provider>
  );
}
