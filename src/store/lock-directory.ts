import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Keeps a second process out of the embedded store: PGlite itself takes no lock, and two writers lose rows silently.
 * Returns the function that gives the lock back. A lock whose process has died is taken over.
 * Throws with a sentence for the user when another live process holds the directory.
 */
export function lockDirectory(directory: string): () => void {
  const path = `${directory}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const descriptor = tryCreate(path);
    if (descriptor !== null) {
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return () => {
        rmSync(path, { force: true });
      };
    }
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder)) {
      throw new Error(
        `${directory} is in use by process ${String(holder)}. Stop that one first, or start with --data and another directory.`,
      );
    }
    rmSync(path, { force: true });
  }
  throw new Error(`The lock ${path} changes hands while we wait for it. Try again.`);
}

function tryCreate(path: string): number | null {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

/** Signal 0 only asks; EPERM means that the process lives but belongs to somebody else. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
