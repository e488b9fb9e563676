import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * `spec.type` of the Component entity that is an agent.
 * @public
 */
export const AGENT_COMPONENT_TYPE = 'ai-agent';

/**
 * `spec.type` of the upstream `AiResource` that is read as an agent too.
 * @public
 */
export const AGENT_RESOURCE_TYPE = 'agent';

/**
 * One server that an agent declares to use: `spec.mcpServers[]`.
 * @public
 */
export interface DeclaredServerUse {
  /** The server's entity ref, complete and in lower case. */
  serverRef: string;
  /** The versions that the agent works with, as a semver range. */
  versionRange?: string;
  /** The tools that it calls; absent when it does not say. */
  tools?: string[];
  /**
   * The field that names it. `consumesApis` may name any API: whether it is a
   * server, only the catalog knows.
   */
  source: 'mcpServers' | 'consumesApis';
}

/**
 * Whether an entity is an agent: a `Component` of type `ai-agent`, or an
 * `AiResource` of type `agent`.
 * @public
 */
export function isAgentEntity(entity: Entity): boolean {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return (
    (kind === 'component' && entity.spec?.type === AGENT_COMPONENT_TYPE) ||
    (kind === 'airesource' && entity.spec?.type === AGENT_RESOURCE_TYPE)
  );
}

/**
 * The servers that an agent declares, one entry for each: first its
 * `spec.mcpServers`, then what only `spec.consumesApis` names. Entries that
 * can't be read are left out; the catalog reports them on the entity itself.
 * @public
 */
export function readServerUses(entity: Entity): DeclaredServerUse[] {
  const uses = new Map<string, DeclaredServerUse>();
  const namespace = entity.metadata.namespace ?? 'default';
  const add = (ref: unknown, use: Omit<DeclaredServerUse, 'serverRef'>) => {
    const serverRef = completeServerRef(ref, namespace);
    if (serverRef && !uses.has(serverRef)) {
      uses.set(serverRef, { serverRef, ...use });
    }
  };
  const { mcpServers, consumesApis } = entity.spec ?? {};
  for (const entry of Array.isArray(mcpServers) ? mcpServers : []) {
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
      add(entry.ref, {
        source: 'mcpServers',
        versionRange:
          typeof entry.version === 'string' ? entry.version : undefined,
        tools: Array.isArray(entry.tools)
          ? entry.tools.filter(
              (tool): tool is string => typeof tool === 'string',
            )
          : undefined,
      });
    }
  }
  for (const ref of Array.isArray(consumesApis) ? consumesApis : []) {
    add(ref, { source: 'consumesApis' });
  }
  return [...uses.values()];
}

function completeServerRef(
  ref: unknown,
  defaultNamespace: string,
): string | undefined {
  if (typeof ref !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'api', defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}
