import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats the check until it no longer throws, and gives back what it read; after 20 s its last complaint is thrown.
 * HubSpot's own `waitFor` looks again only when the card has changed, which a question to the service does not.
 */
export async function eventually<T>(check: () => T): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return check();
    } catch (complaint) {
      if (Date.now() > deadline) throw complaint;
      await sleep(5);
    }
  }
}
