import {
  NO_VALUE,
  type Dimension,
  type DimensionValue,
} from '@mcp-portal/plugin-mcp-cost-common';
import { refName } from '../entities';

/** How each dimension is called, alone and of many, and what has none of it. */
export const DIMENSION_WORDS: Record<
  Dimension,
  { one: string; many: string; none: string }
> = {
  team: { one: 'Team', many: 'Teams', none: 'No team' },
  server: {
    one: 'Server',
    many: 'Servers',
    none: 'Models and other, no server',
  },
  agent: { one: 'Agent', many: 'Agents', none: 'No agent' },
  tool: { one: 'Tool', many: 'Tools', none: 'No tool' },
  model: { one: 'Model', many: 'Models', none: 'No model' },
  user: { one: 'Person', many: 'People', none: 'No person' },
  environment: {
    one: 'Environment',
    many: 'Environments',
    none: 'No environment',
  },
  kind: { one: 'Kind', many: 'Kinds', none: 'No kind' },
};

/** How what has no value is called, and what that means. */
export interface NoneWords {
  name: string;
  meaning: string;
}

/** A tool call without a server: it has one, and nobody knows which. */
export const UNATTRIBUTED: NoneWords = {
  name: 'Unattributed',
  meaning: 'It could not be tied to a server of the catalog.',
};

const KIND_WORDS: Record<string, string> = {
  'tool-call': 'Tool calls',
  'model-call': 'Model calls',
  hosting: 'Hosting',
  charge: 'Charges of a bill',
  other: 'Other units',
};

/** What a value of a dimension is called, without its link. */
export function valueName(
  dimension: Dimension,
  { value, title }: DimensionValue,
): string {
  if (value === undefined || value === NO_VALUE) {
    return DIMENSION_WORDS[dimension].none;
  }
  return dimension === 'kind'
    ? KIND_WORDS[value] ?? value
    : refName(value, title);
}

/** The value as a filter has it. */
export function filterValue({ value }: DimensionValue): string {
  return value ?? NO_VALUE;
}
