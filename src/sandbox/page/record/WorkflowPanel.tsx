import { useState } from 'react';
import { runWorkflow } from '../portal.ts';
import type { RecordKey, WorkflowActionEntry } from '../portal-types.ts';
import { wordsOf } from '../shell/words-of.ts';

/** For the curious: what a workflow of the company would have Sideline do with this record. */
export function WorkflowPanel(props: {
  actions: readonly WorkflowActionEntry[];
  recordKey: RecordKey;
}): React.JSX.Element | null {
  const { actions, recordKey } = props;
  const own = actions.filter(({ kinds }) => kinds.includes(recordKey.kind));
  if (own.length === 0) return null;
  return (
    <details className="task-panel workflow-panel">
      <summary>Run a workflow action</summary>
      {own.map((action) => (
        <ActionForm key={action.uid} action={action} recordKey={recordKey} />
      ))}
    </details>
  );
}

function ActionForm({ action, recordKey }: { action: WorkflowActionEntry; recordKey: RecordKey }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [twice, setTwice] = useState(false);
  const [said, setSaid] = useState<string>();
  const run = () =>
    runWorkflow(recordKey, action, { typed, deliveries: twice ? 2 : 1 }).then(
      ({ answers }) =>
        setSaid(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`).join('\n')),
      (error: unknown) => setSaid(wordsOf(error)),
    );
  return (
    <form
      aria-label={action.name}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p>
        <strong>{action.name}.</strong> {action.description}
      </p>
      {action.fields
        .filter(({ value }) => value === 'typed')
        .map(({ name, label }) => (
          <label key={name}>
            {label}
            <input
              className="control"
              value={typed[name] ?? ''}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          </label>
        ))}
      <label className="workflow-twice">
        <input type="checkbox" checked={twice} onChange={(event) => setTwice(event.target.checked)} />
        Deliver it twice, as HubSpot may
      </label>
      <button type="submit" className="button small">
        Run
      </button>
      {said !== undefined && <pre role="status">{said}</pre>}
    </form>
  );
}
