import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';

/** What a tab is told of the server that it is about. @public */
export interface ServerTabProps {
  /** Entity ref. */
  serverRef: string;
  /** Entity ref of its owner, as the catalog says it. */
  ownerRef: string;
}

/** A tab that another plugin puts on the page of a server. @public */
export interface ServerTab {
  /** Its part of the address, without slashes. */
  path: string;
  title: string;
  Component: (props: ServerTabProps) => JSX.Element;
}

/** @public */
export const serverTabDataRef = createExtensionDataRef<ServerTab>().with({
  id: 'mcp-registry.server-tab',
});

/**
 * Puts a tab on the registry's page of a server, beside its own.
 * @public
 */
export const ServerTabBlueprint = createExtensionBlueprint({
  kind: 'mcp-server-tab',
  attachTo: { id: 'page:mcp-registry/servers', input: 'tabs' },
  output: [serverTabDataRef],
  dataRefs: { tab: serverTabDataRef },
  *factory(
    params: {
      path: string;
      title: string;
      loader: () => Promise<ServerTab['Component']>;
    },
    { node },
  ) {
    yield serverTabDataRef({
      path: params.path,
      title: params.title,
      Component: ExtensionBoundary.lazyComponent(node, params.loader),
    });
  },
});
