import {
  SCORE_SORT_FIELDS,
  type ScoreQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  readAll,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';

export type ScoreFilter = Pick<ScoreQuery, 'search' | 'owner' | 'convention'>;

export type ScoreSort = (typeof SCORE_SORT_FIELDS)[number];

export type ScoreFilters = ListAddress<ScoreFilter, ScoreSort>;

export function useScoreFilters(): ScoreFilters {
  return useListAddress<ScoreFilter, ScoreSort>({
    readFilter,
    sortFields: SCORE_SORT_FIELDS,
  });
}

function readFilter(params: URLSearchParams): ScoreFilter {
  return {
    search: params.get('search') || undefined,
    owner: readAll(params, 'owner'),
    convention: params.get('convention') || undefined,
  };
}
