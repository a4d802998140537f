import type { Clock } from '../kernel/clock.ts';
import type { PortalId } from '../kernel/ids.ts';
import { bucketLimits, countCall, emptyBucket, heedNews, nextCallAt } from './bucket.ts';
import type { BucketState } from './bucket.ts';
import type { Bucket, Pacer } from './pacer.ts';

interface Queue {
  state: BucketState;
  /** Resolves when everybody who asked before has gone. */
  tail: Promise<void>;
}

/** A pacer for one process. Several processes that serve the same portal need one that counts in the database. */
export function openPacer({ clock, sleep }: { clock: Clock; sleep: (ms: number) => Promise<void> }): Pacer {
  const queues = new Map<string, Queue>();
  const now = () => clock.now().getTime();

  const queueOf = (portalId: PortalId, bucket: Bucket): Queue => {
    const key = `${portalId} ${bucket}`;
    const queue = queues.get(key) ?? { state: emptyBucket, tail: Promise.resolve() };
    queues.set(key, queue);
    return queue;
  };

  const admit = async (queue: Queue, bucket: Bucket): Promise<void> => {
    const limit = bucketLimits[bucket];
    // A refusal that comes in during the sleep holds this call back too, so the state is read again after it.
    for (let at = nextCallAt(queue.state, limit); at > now(); at = nextCallAt(queue.state, limit)) {
      await sleep(at - now());
    }
    queue.state = countCall(queue.state, limit, now());
  };

  return {
    acquire(portalId, bucket) {
      const queue = queueOf(portalId, bucket);
      queue.tail = queue.tail.then(() => admit(queue, bucket));
      return queue.tail;
    },
    observe(portalId, bucket, news) {
      const queue = queueOf(portalId, bucket);
      queue.state = heedNews(queue.state, news, now());
    },
  };
}
