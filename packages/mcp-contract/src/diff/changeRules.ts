import type { ChangeRule } from './rule';
import { SCHEMA_RULES } from './schema/schemaRules';
import { PROMPT_RULES } from './rules/promptRules';
import { RESOURCE_RULES } from './rules/resourceRules';
import { SERVER_RULES } from './rules/serverRules';
import { ANNOTATION_RULES, TOOL_RULES } from './rules/toolRules';

/**
 * Every kind of change that `compareContracts` can report, and what it means
 * unless a severity of the platform team says otherwise. Ids are unique.
 * @public
 */
export const CHANGE_RULES: readonly ChangeRule[] = Object.freeze([
  ...TOOL_RULES,
  ...SCHEMA_RULES,
  ...ANNOTATION_RULES,
  ...PROMPT_RULES,
  ...RESOURCE_RULES,
  ...SERVER_RULES,
]);
