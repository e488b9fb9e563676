import { useEffect, useRef } from 'react';

/** Calls again and again while something goes on, and never in a hidden tab. */
export function usePolling(running: boolean, look: () => void, everyMs = 2000) {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (!document.hidden) {
        latest.current();
      }
    }, everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
}
