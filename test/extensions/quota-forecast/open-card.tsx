import { hubspot, Text } from '@hubspot/ui-extensions';
import { createRenderer, type RenderedNode } from '@hubspot/ui-extensions/testing';
import { jest } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { QuotaForecast } from '../../../extensions/src/app/cards/quota-forecast/QuotaForecast.tsx';

export const apiOrigin = 'https://api.sideline.example';

/** One call of `hubspot.fetch` that waits until the test answers it. */
interface Call {
  url: URL;
  answer: (body: unknown, status?: number) => void;
  answerText: (body: string, status: number) => void;
  breakDown: () => void;
}

interface OpenOptions {
  extent?: 'full' | 'glance';
  variables?: Record<string, string>;
}

/** Opens the card on deal 4711 under HubSpot's own renderer, with the service played by the test. */
export function openCard({ extent = 'full', variables = { API_ORIGIN: apiOrigin } }: OpenOptions = {}) {
  const calls: Call[] = [];
  jest.spyOn(hubspot, 'fetch').mockImplementation(
    (url) =>
      new Promise((resolve, reject) => {
        const answerText = (body: string, status: number) => resolve(new Response(body, { status }));
        calls.push({
          url: new URL(url),
          answer: (body, status = 200) => answerText(JSON.stringify(body), status),
          answerText,
          breakDown: () => reject(new Error('timed out')),
        });
      }),
  );
  const renderer = createRenderer('crm.record.tab');
  const { context, actions } = renderer.mocks;
  Object.assign(context, { variables, crm: { objectId: 4711, objectTypeId: '0-3' } });
  renderer.render(
    <QuotaForecast context={context} onCrmPropertiesUpdate={actions.onCrmPropertiesUpdate} extent={extent} />,
  );

  return {
    renderer,
    calls,
    /** Waits for the call with this number, counted from 0. */
    call: (index: number): Promise<Call> =>
      eventually(() => {
        if (calls[index] === undefined) throw new Error(`call ${index} was not made`);
        return calls[index];
      }),
    /** What a person reads, in order: headings, texts, labels, titles. */
    words: () => readWords(renderer.getRootNode()),
    /** HubSpot reports a change of the record to whoever subscribed. */
    reportChange(error?: { message: string }) {
      for (const [, notify] of actions.onCrmPropertiesUpdate.calls) notify({ amount: '1' }, error);
    },
    watched: () => actions.onCrmPropertiesUpdate.calls.map(([names]) => names),
  };
}

/** Opens the card and lets the service answer the first question. */
export async function openAnsweredCard(body: unknown, options: OpenOptions & { status?: number } = {}) {
  const card = openCard(options);
  const first = await card.call(0);
  first.answer(body, options.status);
  await eventually(() => card.renderer.find(Text));
  return card;
}

const spoken = ['title', 'label', 'valueDescription'] as const;

function readWords(node: RenderedNode): string[] {
  if (!('childNodes' in node)) return [node.text];
  const own = 'props' in node ? spoken.flatMap((prop) => node.props[prop] ?? []) : [];
  return [...own.map(String), ...node.childNodes.flatMap((child) => readWords(child))];
}
