import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  CallPage,
  CallQuery,
  UsageEvent,
} from '@mcp-portal/plugin-mcp-cost-common';
import { useAct, type Loaded } from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { useCost } from '../../components/loading';

export interface CallPages {
  first: Loaded<CallPage>;
  /** All that were asked for so far, newest first. */
  items: UsageEvent[];
  hasMore: boolean;
  loadingMore: boolean;
  moreError?: Error;
  loadMore: () => void;
}

/** Calls, newest first, a page more whenever somebody asks for it. */
export function useCallPages(query: CallQuery): CallPages {
  const api = useApi(mcpCostApiRef);
  const first = useCost('calls', query, (cost, options) =>
    cost.listCalls(query, options),
  );
  const [further, setFurther] = useState<CallPage[]>([]);
  const { run, running, error, forget } = useAct(async (cursor: string) => {
    const page = await api.listCalls({ ...query, cursor });
    setFurther(last => [...last, page]);
  });
  const start = first.value;
  // Another first page: the further ones belonged to the last.
  useEffect(() => {
    setFurther([]);
    forget();
  }, [start, forget]);

  const last = further[further.length - 1] ?? start;
  const next = last?.nextCursor;
  const loadMore = useCallback(() => {
    if (next) {
      run(next);
    }
    // `run` is another one on each draw.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [next]);
  return {
    first,
    items: [start, ...further].flatMap(page => page?.items ?? []),
    hasMore: Boolean(next),
    loadingMore: running,
    moreError: error,
    loadMore,
  };
}
