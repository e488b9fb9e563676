import { CHANGE_RULES, type ChangeRule } from '@mcp-portal/mcp-contract';

const RULES = new Map<string, ChangeRule>(
  CHANGE_RULES.map(rule => [rule.id, rule]),
);

/** Undefined for a rule that a newer backend knows and this page does not. */
export function ruleOf(id: string): ChangeRule | undefined {
  return RULES.get(id);
}
