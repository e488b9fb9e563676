import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** A link that runs a script where a page takes it for an address. */
export const scriptUrl = ['javascript', 'alert(1)'].join(':');

/** An MCP server, with the fields of `spec` changed. */
export function serverEntity(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name },
    spec: {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: 'payments',
      remotes: [{ type: 'streamable-http', url: 'https://mcp.example.com' }],
      ...spec,
    },
  };
}

/** An agent Component, with the fields of `spec` changed. */
export function agentEntity(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: {
      type: 'ai-agent',
      lifecycle: 'production',
      owner: 'payments',
      ...spec,
    },
  };
}

/** An agent as an AiResource, with the fields of `spec` changed. */
export function agentResource(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'AiResource',
    metadata: { name },
    spec: {
      type: 'agent',
      lifecycle: 'production',
      owner: 'payments',
      ...spec,
    },
  };
}
