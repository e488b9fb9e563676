import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** Long enough not to ask for every letter, short enough to feel live. */
const SETTLED_AFTER_MS = 300;

/** A value that someone is typing, once they pause. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useDebounce(() => setSettled(value), SETTLED_AFTER_MS, [value]);
  return settled;
}
