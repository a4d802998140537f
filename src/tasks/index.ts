export { makeTask, type MarkedTask } from './make-task.ts';
export type { TaskFollower } from './task-follower.ts';
