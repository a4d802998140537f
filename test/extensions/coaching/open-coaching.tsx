import { hubspot } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { jest } from '@jest/globals';
import { useEffect, useReducer, useRef, useState, type ReactNode } from 'react';
import { Coaching } from '../../../extensions/src/app/cards/coaching/record/Coaching.tsx';
import { eventually } from '../eventually.ts';
import { readWords } from '../read-words.ts';

export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

/** What the service answers, by method and path: a view, or a function of the call, which may throw as a lost line does. */
export type Answers = Record<string, unknown>;

export const refusal = (code: string, message: string, field?: string) => ({
  error: { code, message, ...(field !== undefined && { field }) },
});

interface OpenOptions {
  extent?: 'full' | 'glance';
  /** '0-1' opens it on a contact. */
  objectTypeId?: '0-3' | '0-1';
  /** What HubSpot says of the owner at first. */
  owner?: Partial<Owner>;
}

/** What `useCrmProperties` gives for the owner of the record. */
interface Owner {
  properties: Record<string, string | null>;
  error: Error | null;
  isLoading: boolean;
  isRefetching: boolean;
  refetch: () => Promise<void>;
}

const leave: (() => Promise<void>)[] = [];

/** Takes every card off the screen: what one still saves then is not to reach the next test's service. */
export async function closeCards() {
  await Promise.all(leave.splice(0).map((close) => close()));
  await new Promise((resolve) => setTimeout(resolve));
  jest.restoreAllMocks();
}

/** What HubSpot shows until it leaves the record. */
function Record({ children }: { children: ReactNode }) {
  const [isLeft, setLeft] = useState(false);
  const tellGone = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.push(() => {
      setLeft(true);
      return new Promise((resolve) => (tellGone.current = resolve));
    });
  }, []);
  useEffect(() => {
    if (isLeft) tellGone.current();
  }, [isLeft]);
  return isLeft ? null : children;
}

/** Opens the card on record 4711 under HubSpot's own renderer, with the service played by `answers`. */
export function openCoaching(
  given: Answers,
  { extent = 'full', objectTypeId = '0-3', owner: firstOwner = {} }: OpenOptions = {},
) {
  const answers: Answers = { ...given };
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
    return new Response(JSON.stringify(reply), { status: 'error' in reply ? 409 : 200 });
  });
  const renderer = createRenderer('crm.record.tab');
  const { context, actions } = renderer.mocks;
  Object.assign(context, {
    variables: { API_ORIGIN: 'https://api.sideline.example' },
    crm: { objectId: 4711, objectTypeId },
  });
  const owner: Owner = {
    properties: { hubspot_owner_id: '9001' },
    error: null,
    isLoading: false,
    isRefetching: false,
    refetch: async () => undefined,
    ...firstOwner,
  };
  let redraw: () => void = () => undefined;
  renderer.mocks.useCrmProperties.willCall(() => {
    [, redraw] = useReducer((count: number) => count + 1, 0);
    return { ...owner };
  });
  renderer.render(
    <Record>
      <Coaching context={context} actions={actions} extent={extent} />
    </Record>,
  );
  const words = () => readWords(renderer.getRootNode());
  return {
    renderer,
    calls,
    answers,
    words,
    /** HubSpot shows another owner, or none, or says that it cannot. */
    setOwner(change: Partial<Owner>) {
      Object.assign(owner, change);
      redraw();
    },
    /** Waits until a person can read this. */
    reads: (text: string | RegExp) =>
      eventually(() => {
        const found = words().some((word) => (typeof text === 'string' ? word === text : text.test(word)));
        if (!found) throw new Error(`"${String(text)}" is not among: ${words().join(' | ')}`);
      }),
    /** Waits for the nth call of "POST /path", counted from 0. */
    call: (path: string, index = 0) =>
      eventually(() => {
        const call = calls.filter((each) => `${each.method} ${each.path}` === path)[index];
        if (!call) throw new Error(`${path} was not called ${index + 1} times`);
        return call;
      }),
    count: (path: string) => calls.filter((each) => `${each.method} ${each.path}` === path).length,
    alerts: () => actions.addAlert.calls.map(([alert]) => alert.message),
    closed: () => actions.closeOverlay.calls.map(([id]) => id),
  };
}

export type OpenCard = ReturnType<typeof openCoaching>;
