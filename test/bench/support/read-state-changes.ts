import type { StateChange } from '../../../src/sandbox/portal/state/state-log.ts';

/** How many changes a portal in another process has counted. */
export async function countStateChanges(origin: string): Promise<number> {
  return (await ask(origin, 0, 1)).count;
}

/** Everything that has changed in the portal behind the change numbered `after`. */
export async function readStateChanges(origin: string, after: number): Promise<StateChange[]> {
  const read: StateChange[] = [];
  for (;;) {
    const { changes } = await ask(origin, read.at(-1)?.seq ?? after, 10_000);
    if (changes.length === 0) return read;
    for (const change of changes) read.push(change);
  }
}

async function ask(
  origin: string,
  after: number,
  limit: number,
): Promise<{ count: number; changes: StateChange[] }> {
  const answer = await fetch(`${origin}/sandbox/api/state-changes?after=${after}&limit=${limit}`);
  return (await answer.json()) as { count: number; changes: StateChange[] };
}
