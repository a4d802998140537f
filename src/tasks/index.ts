export { findMarkedTasks, LATEST_MS, SEARCH_LAG_MS, type TaskMark } from './find-marked-tasks.ts';
export { isForGood, makeTask, type MarkedTask } from './make-task.ts';
export type { TaskFollower } from './task-follower.ts';
