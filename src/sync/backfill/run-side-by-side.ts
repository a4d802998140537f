export type Task = () => Promise<void>;

/**
 * Runs tasks side by side: whenever one has ended, `next` is asked for more until it has none for now; the end comes when
 * it has none and none is running. After a failure nothing new begins, what runs comes to its end, and the failure is thrown.
 */
export async function runSideBySide(next: (running: number) => Task | null): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    for (;;) {
      for (let task = next(running.size); task !== null; task = next(running.size)) {
        const run: Promise<void> = task().finally(() => running.delete(run));
        running.add(run);
      }
      if (running.size === 0) return;
      await Promise.race(running);
    }
  } catch (error) {
    await Promise.allSettled(running);
    throw error;
  }
}
