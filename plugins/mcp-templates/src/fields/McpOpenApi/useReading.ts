import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { readProblem } from '@mcp-portal/plugin-mcp-react';
import type {
  OpenApiReading,
  OpenApiSource,
} from '@mcp-portal/plugin-mcp-templates-common';
import { mcpTemplatesApiRef } from '../../api';

interface State {
  reading?: OpenApiReading;
  error?: Error;
  running: boolean;
}

/**
 * Reads documents, one at a time: a newer one ends the reading of an older. What
 * was read last stays when a newer one can't be read.
 */
export function useReading(options: {
  /** Read at once: the form was left, and is back. */
  initial: OpenApiSource | undefined;
  onRead: (source: OpenApiSource, reading: OpenApiReading) => void;
}) {
  const templates = useApi(mcpTemplatesApiRef);
  const [state, setState] = useState<State>({ running: false });
  const abort = useRef<AbortController>();

  const load = async (
    source: OpenApiSource,
    onRead?: (reading: OpenApiReading) => void,
  ) => {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setState(last => ({ ...last, error: undefined, running: true }));
    try {
      const reading = await templates.readOpenApi(source, {
        signal: mine.signal,
      });
      if (!mine.signal.aborted) {
        setState({ reading, running: false });
        onRead?.(reading);
      }
    } catch (reason) {
      if (!mine.signal.aborted) {
        const error = readProblem(reason);
        setState(last => ({ ...last, error, running: false }));
      }
    }
  };

  const first = useRef({ source: options.initial, load });
  useEffect(() => {
    const { source, load: loadFirst } = first.current;
    if (source) {
      loadFirst(source);
    }
    return () => abort.current?.abort();
  }, []);

  return {
    ...state,
    read: (source: OpenApiSource) =>
      load(source, reading => options.onRead(source, reading)),
    refuse: (error: Error) =>
      setState(last => ({ ...last, error, running: false })),
  };
}
