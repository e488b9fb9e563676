import type { Alert, AlertRule } from '@mcp-portal/plugin-mcp-cost-common';

/** What each rule is called in filters. */
export const RULE_WORDS: Record<AlertRule, string> = {
  'budget-soft': 'Budget nearly used',
  'budget-hard': 'Budget used up',
  'cost-anomaly': 'Unusual cost',
  'error-rate': 'Many errors',
  'volume-drop': 'Far fewer calls',
  unreachable: 'Unreachable',
  'key-expiring': 'Service key ends',
  idle: 'Idle',
};

export const RULES = Object.keys(RULE_WORDS) as AlertRule[];

export const TIERS: readonly Alert['tier'][] = ['infrastructure', 'business'];

/** What each tier is called, and what belongs to it. */
export const TIER_WORDS: Record<
  Alert['tier'],
  { word: string; meaning: string; rules: readonly AlertRule[] }
> = {
  infrastructure: {
    word: 'Infrastructure',
    meaning: 'Errors, and what can’t be reached.',
    rules: ['error-rate', 'volume-drop', 'unreachable'],
  },
  business: {
    word: 'Business',
    meaning: 'Cost and quota.',
    rules: [
      'budget-soft',
      'budget-hard',
      'cost-anomaly',
      'key-expiring',
      'idle',
    ],
  },
};

/** `errorRate` and `error-rate` as `Error rate`. */
export function factWord(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
