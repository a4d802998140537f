import { createContext, useContext } from 'react';
import type { Reach } from '../shared/ask-service.ts';

/** The parts of the settings page, in the order of its tabs. */
export type SectionId =
  | 'setup'
  | 'people'
  | 'quotas'
  | 'calendar'
  | 'coaching'
  | 'sharing'
  | 'writing'
  | 'features'
  | 'dataQuality'
  | 'sync'
  | 'privacy'
  | 'aboutMe';

/** What HubSpot does for the page. */
export interface PageActions {
  closeOverlay(id: string): void;
  addAlert(alert: { type?: 'success' | 'danger'; message: string }): void;
  copyTextToClipboard(text: string): Promise<unknown>;
}

export interface PageTools {
  readonly reach: Reach;
  readonly actions: PageActions;
  readonly goTo: (section: SectionId) => void;
}

export const PageContext = createContext<PageTools | null>(null);

/** What every part of the page needs: the way to the service, HubSpot's notices, and the other parts. */
export function usePage(): PageTools {
  const tools = useContext(PageContext);
  if (!tools) throw new Error('A part of the settings page stands outside it.');
  return tools;
}
