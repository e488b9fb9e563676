import type {
  Dependent,
  Dependents,
  Owner,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/**
 * An agent that uses a server, and how it says it does.
 */
export interface ServerUser {
  ref: string;
  name: string;
  title?: string;
  owner: Owner;
  versionRange?: string;
  /** Absent when it does not say which tools it calls. */
  tools?: string[];
}

/**
 * Reads who uses a server.
 */
export interface DependentStore {
  /** The agents in scope that use a server in scope; none when it is not. */
  list(scope: Scope, serverRef: string, page: PageQuery): Promise<Dependents>;
  /**
   * Which of some agents, by ref, are in scope and do not say that they use the
   * server, by name; none when the server is not in scope.
   */
  undeclared(
    scope: Scope,
    serverRef: string,
    agentRefs: string[],
  ): Promise<Dependent[]>;
  /** All the agents in scope that use servers in scope, by server, by name. */
  users(scope: Scope, serverRefs: string[]): Promise<Map<string, ServerUser[]>>;
}
