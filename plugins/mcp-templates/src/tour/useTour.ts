import { useCallback, useEffect, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { readTourSeen } from './readTourSeen';

const BUCKET = 'mcp-templates';
const KEY = 'tour-seen';

export interface TourState {
  open: boolean;
  start: () => void;
  end: () => void;
}

/**
 * Opens the tour on a person's first visit and never again: that it was shown is
 * kept as soon as it opens, with the person's other settings.
 */
export function useTour(): TourState {
  const storage = useApi(storageApiRef).forBucket(BUCKET);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    let left = false;
    const stop = readTourSeen(storage, KEY, seen => {
      if (seen || left) {
        return;
      }
      setOpen(true);
      // Where it can't be kept, the tour is shown once more: no harm, and
      // nothing that the person could do about it.
      storage.set(KEY, true).catch(() => {});
    });
    return () => {
      left = true;
      stop();
    };
  }, [storage]);

  const start = useCallback(() => setOpen(true), []);
  const end = useCallback(() => setOpen(false), []);
  return { open, start, end };
}
