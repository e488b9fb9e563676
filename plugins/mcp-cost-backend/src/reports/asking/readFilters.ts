import {
  DIMENSIONS,
  NO_VALUE,
  type Dimension,
  type UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { parseRef } from '@mcp-portal/plugin-mcp-node';

import type { UsageQuery } from '../../rollups';

export type Filters = NonNullable<UsageQuery['filters']>;

/** What the refs of a dimension are of, when they are short. */
const KINDS: Partial<Record<Dimension, string>> = {
  team: 'group',
  server: 'api',
  user: 'user',
};

/**
 * The filters of a request, in the form in which usage is kept.
 *
 * @throws InputError when something can't be an entity ref
 */
export function readFilters(query: UsageFilter): Filters {
  const filters: Filters = {};
  for (const dimension of DIMENSIONS) {
    const values = query[dimension];
    if (values) {
      filters[dimension] = values.map(value => readValue(dimension, value));
    }
  }
  return filters;
}

function readValue(dimension: Dimension, value: string): string {
  if (value === NO_VALUE) {
    return value;
  }
  const kind = KINDS[dimension];
  if (kind) {
    return parseRef(value, kind);
  }
  // An agent that the catalog doesn't know has only the name that it gave itself.
  return dimension === 'agent' && /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(value)
    ? value.toLocaleLowerCase('en-US')
    : value;
}

/** Filters narrowed further: to those values of a dimension. */
export function narrowed(
  filters: Filters,
  dimension: Dimension,
  values: readonly string[],
): Filters {
  const before = filters[dimension];
  return {
    ...filters,
    [dimension]: before
      ? values.filter(value => before.includes(value))
      : values,
  };
}
