import { createContext, useContext, useEffect } from 'react';
import type { CoachingCardView, Drafts, RecordType } from '../contract/index.ts';
import type { Reach } from '../shared/ask-service.ts';

/** What HubSpot does for the card. */
export interface CardActions {
  addAlert(alert: { type?: 'success' | 'warning' | 'danger'; message: string }): void;
  closeOverlay(id: string): void;
  navigateToPage(target: { to: string; params?: Record<string, string> }): void;
}

export interface CardTools {
  readonly reach: Reach;
  readonly actions: CardActions;
  readonly record: { readonly recordType: RecordType; readonly recordId: string };
  /** Whom the coaching is about; null where nobody owns the record. */
  readonly ownerId: string | null;
  /** What the viewer has begun to write, as the card was answered. */
  readonly drafts: Drafts;
  /** Asks for the card again after a change. */
  readonly refresh: () => void;
  /** While somebody writes, the card stays as it is, whatever becomes of its view; the answer lets go again. */
  readonly hold: () => () => void;
}

/** What of a view the parts of the card need; there is none yet while it is asked for. */
export function toolsOf(view: CoachingCardView | undefined): Pick<CardTools, 'ownerId' | 'drafts'> {
  return {
    ownerId: view?.rep?.ownerId ?? null,
    drafts: view?.drafts ?? { line: null, addenda: [], edits: [] },
  };
}

export const CardContext = createContext<CardTools | null>(null);

/** What every part of the card needs: the way to the service, HubSpot's notices, the record. */
export function useCard(): CardTools {
  const tools = useContext(CardContext);
  if (!tools) throw new Error('A part of the coaching card stands outside it.');
  return tools;
}

/** Keeps the card on the screen for as long as something is written in it. */
export function useHold(isWriting: boolean): void {
  const { hold } = useCard();
  useEffect(() => (isWriting ? hold() : undefined), [isWriting, hold]);
}
