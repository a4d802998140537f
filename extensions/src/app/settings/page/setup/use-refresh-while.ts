import { useEffect, useState } from 'react';

const everyMs = 3_000;
const mostTimes = 200;

/**
 * Asks again every three seconds while something runs, ten minutes at most; then it is for the person to ask. The first
 * read is the one thing that ends by itself while somebody sits in front of it, and HubSpot has no way to tell a page.
 * Says whether it is still asking.
 */
export function useRefreshWhile(isRunning: boolean, refresh: () => void): boolean {
  const [times, setTimes] = useState(0);
  const isAsking = isRunning && times < mostTimes;
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => {
      setTimes((count) => count + 1);
      refresh();
    }, everyMs);
    return () => clearTimeout(timer);
  }, [isAsking, times, refresh]);
  return isAsking;
}
