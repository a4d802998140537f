import { Icon } from '../components/Icon.tsx';
import type { PropertyChange } from './list-changes.ts';

/** What changed on the record while the page was open, newest first, whoever changed it. */
export function ChangeList(props: { changes: readonly PropertyChange[]; timeZone: string }) {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: props.timeZone });
  if (props.changes.length === 0) {
    return (
      <div className="sheet page-state">
        <strong>Nothing changed yet</strong>
        <span>Edit the amount or the stage on the left: every property that moves is listed here.</span>
      </div>
    );
  }
  return (
    <ol className="sheet changes">
      {props.changes.map((change, index) => (
        <li key={index}>
          <time dateTime={change.at.toISOString()}>{clock.format(change.at)}</time>
          <strong data-group={change.group}>{change.label}</strong>
          <span>
            {change.before} <Icon name="forward" screenReaderText="to" /> {change.after}
          </span>
        </li>
      ))}
    </ol>
  );
}
