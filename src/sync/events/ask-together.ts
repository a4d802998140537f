const APART_MS = 1_000;

/**
 * Asks for passes at most once a second, for all portals that have been named meanwhile together: a burst of deliveries is
 * one question to the queue. The first is asked at once. A question that fails is asked again with the next ones; until then
 * the events stand in the store.
 */
export function askTogether(
  ask: (portalIds: readonly number[]) => Promise<void>,
): (portalIds: readonly number[]) => Promise<void> {
  const waiting = new Set<number>();
  let isPausing = false;

  const askNow = async (): Promise<void> => {
    const portalIds = [...waiting];
    waiting.clear();
    isPausing = true;
    try {
      await ask(portalIds);
    } catch (error) {
      for (const portalId of portalIds) waiting.add(portalId);
      throw error;
    } finally {
      setTimeout(() => {
        isPausing = false;
        // Whoever waits for no answer cannot be told of a fault either: the portals are still waiting then.
        if (waiting.size > 0) askNow().catch(() => {});
      }, APART_MS).unref();
    }
  };

  return async (portalIds) => {
    for (const portalId of portalIds) waiting.add(portalId);
    if (!isPausing && waiting.size > 0) await askNow();
  };
}
