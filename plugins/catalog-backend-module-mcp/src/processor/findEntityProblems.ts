import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  isAgentEntity,
  isServerEntity,
} from '@mcp-portal/plugin-mcp-registry-common';
import { z } from 'zod';

import { agentResourceSpecSchema, agentSpecSchema } from '../model/agentSpec';
import { describeSpecProblems } from '../model/describeSpecProblems';
import { serverSpecSchema } from '../model/serverSpec';

/**
 * What is wrong with the portal's fields on an entity, one text for each
 * field. Nothing for entities that are neither servers nor agents.
 */
export function findEntityProblems(entity: Entity): string[] {
  if (isServerEntity(entity)) {
    return describeSpecProblems(serverSpecSchema, entity.spec);
  }
  if (isAgentEntity(entity)) {
    const schema =
      entity.kind === 'Component' ? agentSpecSchema : agentResourceSpecSchema;
    const problems = describeSpecProblems(schema, entity.spec);
    return problems.length > 0 ? problems : findRepeatedServers(entity);
  }
  return [];
}

// Two entries for one server would leave open which range and tools count.
function findRepeatedServers(entity: Entity): string[] {
  const { mcpServers = [] } = entity.spec as z.infer<typeof agentSpecSchema>;
  const defaultNamespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const firstIndexes = new Map<string, number>();
  return mcpServers.flatMap(({ ref }, index) => {
    const server = stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'api', defaultNamespace }),
    );
    const firstIndex = firstIndexes.get(server);
    if (firstIndex !== undefined) {
      return [
        `spec.mcpServers[${index}].ref names the same server as spec.mcpServers[${firstIndex}].ref; keep one of them`,
      ];
    }
    firstIndexes.set(server, index);
    return [];
  });
}
