import type { Pacer } from '../hubspot/index.ts';

/** The same pacer, telling how long each call had to wait for its turn. */
export function measurePacer(pacer: Pacer, tell: (bucket: string, waitMs: number) => void): Pacer {
  return {
    async acquire(portalId, bucket, lane) {
      const asked = performance.now();
      await pacer.acquire(portalId, bucket, lane);
      tell(bucket, performance.now() - asked);
    },
    observe: (portalId, bucket, news) => {
      pacer.observe(portalId, bucket, news);
    },
  };
}
