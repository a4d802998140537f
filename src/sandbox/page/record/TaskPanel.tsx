import { deleteTask, editTask } from '../portal.ts';
import type { RecordFeed } from './record-feed.ts';
import { TaskRow } from './TaskRow.tsx';
import { useTasks } from './use-tasks.ts';

/** The deal's tasks, which anybody who sees the deal may tick off, change or delete. */
export function TaskPanel(props: { dealId: string; feed: RecordFeed; userId: number; timeZone: string }) {
  const { dealId, feed, userId, timeZone } = props;
  const { tasks, message } = useTasks(dealId, feed);
  return (
    <section className="task-panel" aria-label="Tasks">
      <h2>
        Tasks
        {tasks && <span className="group-count">{tasks.length}</span>}
      </h2>
      {message !== undefined && (
        <p className="editor-message" role="alert">
          {message}
        </p>
      )}
      {tasks?.length === 0 && <p className="task-none">No tasks on this deal.</p>}
      <ul>
        {tasks?.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            timeZone={timeZone}
            onEdit={async (properties) => void (await editTask(task.id, userId, properties))}
            onDelete={async () => void (await deleteTask(task.id, userId))}
          />
        ))}
      </ul>
    </section>
  );
}
