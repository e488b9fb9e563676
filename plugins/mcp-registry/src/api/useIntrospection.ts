import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { readProblem } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

const POLL_INTERVAL_MS = 1500;

/** A server's own deadline is shorter; after this the page stops looking. */
const GIVE_UP_AFTER_MS = 180_000;

export interface Introspection {
  /** True from the click until the attempt is there. */
  running: boolean;
  error?: Error;
  /** True when no attempt came in time; it may still come. */
  overdue: boolean;
  start: () => void;
}

/**
 * Has a server asked for its contract now, and looks for the attempt until it
 * is there. Also watches a server that somebody else is having asked.
 */
export function useIntrospection(
  server: ServerDetail | undefined,
  onArrived: () => void,
): Introspection {
  const registry = useApi(mcpRegistryApiRef);
  const [waiting, setWaiting] = useState(false);
  const [overdue, setOverdue] = useState(false);
  const [error, setError] = useState<Error>();
  const arrived = useRef(onArrived);
  arrived.current = onArrived;

  const ref = server?.ref;
  const lastAttemptAt = server?.health.lastAttemptAt;
  const running = waiting || Boolean(server?.health.running && !overdue);

  const start = useCallback(async () => {
    if (!ref) {
      return;
    }
    setError(undefined);
    setOverdue(false);
    setWaiting(true);
    try {
      await registry.introspect(ref);
    } catch (reason) {
      setError(readProblem(reason));
      setWaiting(false);
    }
  }, [registry, ref]);

  useEffect(() => {
    if (!running || !ref) {
      return undefined;
    }
    const abort = new AbortController();
    const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
    const timer = setInterval(async () => {
      if (Date.now() > giveUpAt) {
        setWaiting(false);
        setOverdue(true);
        return;
      }
      try {
        const now = await registry.getServer(ref, { signal: abort.signal });
        // What somebody else started may end before it is noticed here.
        const isNew = !waiting || now.health.lastAttemptAt !== lastAttemptAt;
        if (!abort.signal.aborted && isNew && !now.health.running) {
          setWaiting(false);
          arrived.current();
        }
      } catch {
        // The next look may succeed; the page keeps what it has.
      }
    }, POLL_INTERVAL_MS);
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [registry, ref, running, waiting, lastAttemptAt]);

  return { running, error, overdue, start };
}
