import type { McpCredentialSource } from '@mcp-portal/plugin-mcp-registry-node';

import type { Foundation } from '../Foundation';
import type { AnswerListener } from './AnswerListener';
import { createContractAsker } from './asking';
import { readIntrospectionRules } from './asking/rules/IntrospectionRules';
import { IntrospectionService, type TrialPlan } from './IntrospectionService';
import { ObservationService } from './ObservationService';
import { readIntrospectionConfig } from './readIntrospectionConfig';
import { addIntrospectionRoutes } from './router';
import { scheduleIntrospection } from './scheduleIntrospection';

/**
 * Asking live servers, by schedule and by hand, and what they answered.
 */
export async function addIntrospection(
  foundation: Foundation,
  options: {
    credentialSources: McpCredentialSource[];
    listeners: AnswerListener[];
    trials: TrialPlan;
  },
): Promise<IntrospectionService> {
  const { config, servers, introspection: store } = foundation;
  const introspection = new IntrospectionService({
    ...foundation,
    ...options,
    ...readIntrospectionConfig(config),
    asker: createContractAsker({ ...foundation, ...options }),
    store,
    deadlineMs: readIntrospectionRules(config).deadlineMs,
  });
  const services = {
    introspection,
    observations: new ObservationService({ servers, store }),
  };
  addIntrospectionRoutes(foundation.router, { ...foundation, ...services });
  const { keyRoutes } = foundation;
  addIntrospectionRoutes(keyRoutes.router, { ...keyRoutes, ...services });
  await scheduleIntrospection({ ...foundation, introspection });
  return introspection;
}
