import type { Visibility } from '../entities';
import type { HealthLevel } from '../introspection';
import type { Owner, Page } from '../servers';

/**
 * One server that an agent uses, as the catalog declares it.
 * @public
 */
export interface ServerUse {
  serverRef: string;
  /** False when the catalog has no such server. */
  exists: boolean;
  name: string;
  title?: string;
  health?: HealthLevel;
  versionRange?: string;
  /** Absent when the agent does not say which tools it calls. */
  tools?: string[];
  /** Declared tools that the server's contract does not have. */
  missingTools: string[];
}

/**
 * An agent as a row of the list.
 * @public
 */
export interface AgentSummary {
  /** Entity ref, complete and in lower case. */
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  purpose?: string;
  owner: Owner;
  lifecycle: string;
  visibility: Visibility;
  sample: boolean;
  /** Of the servers that the caller may see. */
  servers: ServerUse[];
}

/**
 * What a list of agents can be sorted by; by name, without a wish.
 * @public
 */
export const AGENT_SORT_FIELDS = [
  'name',
  'owner',
  'lifecycle',
  'servers',
] as const;

/**
 * One of {@link AGENT_SORT_FIELDS}.
 * @public
 */
export type AgentSortField = (typeof AGENT_SORT_FIELDS)[number];

/**
 * Which agents are wanted, in which order, and which part of them. Values of
 * one filter are alternatives; filters narrow each other.
 * @public
 */
export interface AgentQuery {
  search?: string;
  owner?: string[];
  lifecycle?: string[];
  /** Only agents that use this server. */
  server?: string;
  sort?: AgentSortField;
  order?: 'asc' | 'desc';
  /** 1 to 100, default 25. */
  limit?: number;
  offset?: number;
}

/**
 * One page of the agents.
 * @public
 */
export type AgentPage = Page<AgentSummary>;

/**
 * How the agents of a filter are spread. Each facet ignores its own filter, so
 * that the alternatives stay visible.
 * @public
 */
export interface AgentFacets {
  owner: { value: string; label?: string; count: number }[];
  lifecycle: { value: string; count: number }[];
}

/**
 * An agent that uses a server.
 * @public
 */
export interface Dependent {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  purpose?: string;
  owner: Owner;
  lifecycle: string;
  /** The catalog says so, or only a real call does. */
  evidence: 'declared' | 'observed';
  /** When it last called the server, as far as is known: ISO instant, UTC. */
  lastSeen?: string;
  versionRange?: string;
  tools?: string[];
  missingTools: string[];
}

/**
 * Who uses a server, of those that the caller may see.
 * @public
 */
export interface Dependents extends Page<Dependent> {
  /** Count by owning team, largest first. */
  teams: { owner: Owner; count: number }[];
}
