import { useCallback, useEffect, useRef, useState } from 'react';
import { readProblem } from './readProblem';

/**
 * What is known of something that is being loaded.
 * @public
 */
export interface Loaded<T> {
  /** The last good answer; kept while a newer one is awaited or has failed. */
  value?: T;
  /** Why the newest answer is missing. */
  error?: Error;
  loading: boolean;
  /** Loads again; the last good answer stays meanwhile. */
  reload: () => void;
}

interface State<T> {
  subject: string;
  value?: T;
  error?: Error;
  loading: boolean;
}

/**
 * Loads something again whenever `request` changes, and keeps the last good
 * answer for as long as `subject` stays the same: another page of a list keeps
 * its rows until the new ones are here, another server starts empty.
 * @public
 */
export function useLoaded<T>(options: {
  subject: string;
  request: string;
  load: (signal: AbortSignal) => Promise<T>;
}): Loaded<T> {
  const { subject, request } = options;
  const [state, setState] = useState<State<T>>({ subject, loading: true });
  const [attempt, setAttempt] = useState(0);
  const load = useRef(options.load);
  load.current = options.load;

  useEffect(() => {
    const abort = new AbortController();
    setState(last =>
      last.subject === subject
        ? { ...last, loading: true }
        : { subject, loading: true },
    );
    load.current(abort.signal).then(
      value => {
        if (!abort.signal.aborted) {
          setState({ subject, value, loading: false });
        }
      },
      reason => {
        if (!abort.signal.aborted) {
          const error = readProblem(reason);
          setState(last => ({ ...last, error, loading: false }));
        }
      },
    );
    return () => abort.abort();
  }, [subject, request, attempt]);

  const reload = useCallback(() => setAttempt(count => count + 1), []);
  const known = state.subject === subject ? state : { loading: true };
  return { ...known, reload } as Loaded<T>;
}
