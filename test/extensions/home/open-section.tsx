import type { CardActions } from '../../../extensions/src/app/pages/coaching/card-context.ts';
import { hubspot } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { jest } from '@jest/globals';
import type { ComponentType } from 'react';
import type { Reach } from '../../../extensions/src/app/pages/shared/ask-service.ts';
import { eventually } from '../eventually.ts';
import { readWords } from '../read-words.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the service answers, by method and path: a view, or a failure. */
export type Answers = Record<string, object>;

export const refusal = (code: string, message: string) => ({ error: { code, message } });

interface SectionProps {
  reach: Reach;
  actions: CardActions;
}

/** One section of the home page under HubSpot's own renderer; a path that is not in `answers` is never answered. */
export function openSection(Section: ComponentType<SectionProps>, answers: Answers) {
  const calls: Call[] = [];
  jest.spyOn(hubspot, 'fetch').mockImplementation((address, options) => {
    const path = new URL(address).pathname;
    const method = options?.method ?? 'GET';
    calls.push({ method, path, body: options?.body ?? {} });
    const answer = answers[`${method} ${path}`];
    if (!answer) return new Promise(() => {});
    return Promise.resolve(new Response(JSON.stringify(answer), { status: 'error' in answer ? 409 : 200 }));
  });
  const renderer = createRenderer('pages');
  const { actions } = renderer.mocks;
  renderer.render(
    <Section reach={{ variables: { API_ORIGIN: 'https://api.sideline.example' } }} actions={actions} />,
  );
  const text = () => readWords(renderer.getRootNode()).join(' | ');
  return {
    renderer,
    calls,
    text,
    alerts: () => actions.addAlert.calls.map(([alert]) => alert.message),
    /** Waits until a person can read this. */
    reads: (words: string) => eventually(() => expect(text()).toContain(words)),
  };
}
