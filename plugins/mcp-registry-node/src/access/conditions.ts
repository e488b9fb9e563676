import { createConditionExports } from '@backstage/plugin-permission-node';

import { mcpAgentResourceRef, mcpServerResourceRef } from './resources';
import { mcpAgentRules, mcpServerRules } from './rules';

const serverExports = createConditionExports({
  resourceRef: mcpServerResourceRef,
  rules: mcpServerRules,
});

const agentExports = createConditionExports({
  resourceRef: mcpAgentResourceRef,
  rules: mcpAgentRules,
});

/**
 * Conditions on servers, for permission policies.
 * @public
 */
export const mcpServerConditions = serverExports.conditions;

/**
 * A conditional decision on servers, for permission policies.
 * @public
 */
export const createMcpServerConditionalDecision =
  serverExports.createConditionalDecision;

/**
 * Conditions on agents, for permission policies.
 * @public
 */
export const mcpAgentConditions = agentExports.conditions;

/**
 * A conditional decision on agents, for permission policies.
 * @public
 */
export const createMcpAgentConditionalDecision =
  agentExports.createConditionalDecision;
