import { hubspot, Tabs } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { jest } from '@jest/globals';
import { SettingsPage } from '../../../extensions/src/app/settings/page/SettingsPage.tsx';
import type { SectionId } from '../../../extensions/src/app/settings/page/page-context.ts';
import { eventually } from '../eventually.ts';
import { readWords } from '../read-words.ts';
import { exampleSetup } from './example-views.ts';

/** One call that the page made. */
export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

/** What the service answers, by method and path: a view, or a function of the call. */
export type Answers = Record<string, unknown>;

/** A call that is never answered: what is seen meanwhile stays. */
export const never = new Promise<never>(() => undefined);

export const refusal = (code: string, message: string, field?: string) => ({
  error: { code, message, ...(field !== undefined && { field }) },
});

/** Opens the page under HubSpot's own renderer, with the service played by `answers`, which a test may change. */
export function openSettings(given: Answers = {}) {
  const answers: Answers = { 'GET /settings/setup': exampleSetup(), ...given };
  const calls: Call[] = [];
  jest.spyOn(hubspot, 'fetch').mockImplementation(async (address, options) => {
    const url = new URL(address);
    const method = options?.method ?? 'GET';
    const body = (options?.body ?? {}) as Record<string, unknown>;
    const call = { method, path: url.pathname, query: Object.fromEntries(url.searchParams), body };
    calls.push(call);
    const answer = answers[`${method} ${url.pathname}`];
    if (answer === undefined) throw new Error(`nobody answers ${method} ${url.pathname}`);
    const reply = (await (typeof answer === 'function'
      ? (answer as (call: Call) => unknown)(call)
      : answer)) as object;
    const status = 'error' in reply ? 409 : 200;
    return new Response(JSON.stringify(reply), { status });
  });
  const renderer = createRenderer('settings');
  const { context, actions } = renderer.mocks;
  Object.assign(context, { variables: { API_ORIGIN: 'https://api.sideline.example' } });
  renderer.render(<SettingsPage context={context} actions={actions} />);
  const words = () => readWords(renderer.getRootNode());
  return {
    renderer,
    calls,
    answers,
    words,
    /** Waits until a person can read this. */
    reads: (text: string | RegExp) =>
      eventually(() => {
        const found = words().some((word) => (typeof text === 'string' ? word === text : text.test(word)));
        if (!found) throw new Error(`"${String(text)}" is not among: ${words().join(' | ')}`);
      }),
    /** Waits for the nth call of a path, counted from 0. */
    call: (path: string, index = 0) =>
      eventually(() => {
        const call = calls.filter((each) => `${each.method} ${each.path}` === path)[index];
        if (!call) throw new Error(`${path} was not called ${index + 1} times`);
        return call;
      }),
    alerts: () => actions.addAlert.calls.map(([alert]) => alert.message),
    async openTab(section: SectionId) {
      await eventually(() => renderer.find(Tabs));
      renderer.find(Tabs).trigger('onSelectedChange', section as never);
    },
  };
}
