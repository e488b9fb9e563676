import { useCallback, useState } from 'react';
import { readProblem } from './readProblem';

/** Something that a person does, and how it went. @public */
export interface Acting<TArgs extends unknown[]> {
  running: boolean;
  error?: Error;
  /** What was thrown, for those who look for more than its message. */
  thrown?: unknown;
  /** Resolves to whether it went well. */
  run: (...args: TArgs) => Promise<boolean>;
  forget: () => void;
}

/** Does something, and keeps why it failed until the next try. @public */
export function useAct<TArgs extends unknown[]>(
  act: (...args: TArgs) => Promise<unknown>,
): Acting<TArgs> {
  const [running, setRunning] = useState(false);
  const [thrown, setThrown] = useState<unknown>();
  const run = async (...args: TArgs) => {
    setRunning(true);
    setThrown(undefined);
    try {
      await act(...args);
      return true;
    } catch (reason) {
      setThrown(reason ?? new Error('It failed without a reason'));
      return false;
    } finally {
      setRunning(false);
    }
  };
  const forget = useCallback(() => setThrown(undefined), []);
  const error = thrown === undefined ? undefined : readProblem(thrown);
  return { running, error, thrown, run, forget };
}
