import { hubspot } from '@hubspot/ui-extensions';
import { createRenderer, type RenderedNode } from '@hubspot/ui-extensions/testing';
import { jest } from '@jest/globals';
import { HomeContext, HomeRouter } from '../../../extensions/src/app/pages/home/HomeRouter.tsx';

/** What the service answers to each path; a path that is not here does not answer at all. */
export type Answers = Readonly<Record<string, { readonly body: unknown; readonly status?: number }>>;

/** Opens the home page under HubSpot's own renderer, with the service played by the test. */
export function openHome(answers: Answers, path = '/') {
  const asked: URL[] = [];
  const told: { path: string; input: Record<string, unknown> }[] = [];
  jest.spyOn(hubspot, 'fetch').mockImplementation((address, options) => {
    const url = new URL(address);
    asked.push(url);
    if (options?.method === 'POST') {
      const { key, ...input } = options.body as Record<string, unknown>;
      if (typeof key !== 'string') throw new Error('a change without a key');
      told.push({ path: url.pathname, input });
    }
    const answer = answers[url.pathname];
    if (!answer) return new Promise(() => {});
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 }));
  });
  const renderer = createRenderer('pages');
  const { context } = renderer.mocks;
  Object.assign(context, {
    variables: { API_ORIGIN: 'https://api.sideline.example' },
    portal: { id: 62515 },
  });
  const { actions } = renderer.mocks;
  renderer.mocks.setPageLocation({ path, params: {} });
  renderer.render(
    <HomeContext.Provider value={{ context, actions }}>
      <HomeRouter />
    </HomeContext.Provider>,
  );
  return {
    renderer,
    asked,
    /** Every change, without its key. */
    told,
    /** What a person reads, in order. */
    words: () => readWords(renderer.getRootNode()),
  };
}

const spoken = ['title', 'label', 'number', 'valueDescription'] as const;

function readWords(node: RenderedNode): string[] {
  if (!('childNodes' in node)) return [node.text];
  const own = 'props' in node ? spoken.flatMap((prop) => node.props[prop] ?? []) : [];
  return [...own.map(String), ...node.childNodes.flatMap((child) => readWords(child))];
}
