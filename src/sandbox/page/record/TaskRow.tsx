import { useState } from 'react';
import { formatDay, toDay } from '../deals/format-day.ts';
import { DayField } from '../fields/DayField.tsx';
import type { PropertyValues, TaskEntry } from '../portal-types.ts';
import { wordsOf } from '../shell/words-of.ts';
import { atDay } from './at-day.ts';

/** One task: a tick completes or reopens it; Edit changes its title and due date in place. */
export function TaskRow(props: {
  task: TaskEntry;
  timeZone: string;
  onEdit: (properties: PropertyValues) => Promise<void>;
  onDelete: () => Promise<void>;
}) {
  const { task, timeZone, onEdit, onDelete } = props;
  const title = task.subject || 'Untitled task';
  const [editing, setEditing] = useState(false);
  const [subject, setSubject] = useState(task.subject);
  const [message, setMessage] = useState<string>();
  const attempt = (work: Promise<void>) => {
    setMessage(undefined);
    work.catch((error: unknown) => setMessage(wordsOf(error)));
  };
  return (
    <li className={task.isCompleted ? 'task done' : 'task'} data-task={task.id}>
      <input
        type="checkbox"
        aria-label={`Complete ${title}`}
        checked={task.isCompleted}
        onChange={() => attempt(onEdit({ hs_task_status: task.isCompleted ? 'NOT_STARTED' : 'COMPLETED' }))}
      />
      <div className="task-body">
        {editing ? (
          <form
            aria-label={`Edit ${title}`}
            onSubmit={(event) => {
              event.preventDefault();
              setEditing(false);
              attempt(onEdit({ hs_task_subject: subject.trim() }));
            }}
          >
            <input
              className="control"
              aria-label="Task title"
              autoFocus
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
            />
            <DayField
              label="Due date"
              day={toDay(task.dueAt, timeZone)}
              onDay={(day) => {
                if (day) attempt(onEdit({ hs_timestamp: atDay(day, task.dueAt, timeZone) }));
              }}
            />
            <span className="editor-buttons">
              <button type="submit" className="button primary small">
                Save
              </button>
              <button type="button" className="button small" onClick={() => setEditing(false)}>
                Cancel
              </button>
            </span>
          </form>
        ) : (
          <strong>{title}</strong>
        )}
        {task.notes && <p className="task-notes">{task.notes}</p>}
        <p className="task-facts">
          <span className={task.isOverdue ? 'task-overdue' : undefined}>
            {task.isOverdue ? 'Overdue since' : 'Due'} {formatDay(task.dueAt, timeZone)}
          </span>
          {task.ownerName && <span>{task.ownerName}</span>}
        </p>
        {!editing && (
          <span className="editor-buttons">
            <button
              type="button"
              className="link-button"
              onClick={() => {
                setSubject(task.subject);
                setEditing(true);
              }}
            >
              Edit
            </button>
            <button type="button" className="link-button" onClick={() => attempt(onDelete())}>
              Delete
            </button>
          </span>
        )}
        {message !== undefined && (
          <p className="editor-message" role="alert">
            {message}
          </p>
        )}
      </div>
    </li>
  );
}
