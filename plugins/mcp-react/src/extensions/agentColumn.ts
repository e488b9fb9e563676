import type { ReactNode } from 'react';
import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';

/** A column that another plugin puts into the list of agents. @public */
export interface AgentColumn {
  /** Names the column among the others. */
  id: string;
  title: string;
  /** In pixels. */
  width: number;
  /** Of one agent, inside the provider. */
  Cell: (props: { agentRef: string }) => JSX.Element;
  /** Around the list: it knows all agents that are shown, to ask once for all. */
  Provider: (props: {
    agentRefs: string[];
    children: ReactNode;
  }) => JSX.Element;
}

/** @public */
export const agentColumnDataRef = createExtensionDataRef<AgentColumn>().with({
  id: 'mcp-registry.agent-column',
});

/**
 * Puts a column into the registry's list of agents.
 * @public
 */
export const AgentColumnBlueprint = createExtensionBlueprint({
  kind: 'mcp-agent-column',
  attachTo: { id: 'page:mcp-registry/agents', input: 'columns' },
  output: [agentColumnDataRef],
  dataRefs: { column: agentColumnDataRef },
  *factory(
    params: {
      title: string;
      width: number;
      loader: () => Promise<Pick<AgentColumn, 'Cell' | 'Provider'>>;
    },
    { node },
  ) {
    const { title, width, loader } = params;
    yield agentColumnDataRef({
      id: node.spec.id,
      title,
      width,
      Cell: ExtensionBoundary.lazyComponent(
        node,
        async () => (await loader()).Cell,
      ),
      Provider: ExtensionBoundary.lazyComponent(
        node,
        async () => (await loader()).Provider,
      ),
    });
  },
});
