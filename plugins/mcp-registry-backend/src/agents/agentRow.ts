import type {
  AgentSummary,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

/** A row of the table `agents`, as both databases return it. */
export interface AgentRow {
  id: number;
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  purpose: string | null;
  owner_ref: string;
  owner_exists: boolean | number;
  owner_title: string | null;
  lifecycle: string;
  visibility: Visibility;
  sample: boolean | number;
}

/** The columns of {@link AgentRow}. */
export const AGENT_COLUMNS = [
  'id',
  'ref',
  'kind',
  'namespace',
  'name',
  'title',
  'purpose',
  'owner_ref',
  'owner_exists',
  'owner_title',
  'lifecycle',
  'visibility',
  'sample',
].map(column => `agents.${column}`);

/** A row as the API shows it, without the servers that it uses. */
export function toAgent(row: AgentRow): Omit<AgentSummary, 'servers'> {
  return {
    ref: row.ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    purpose: row.purpose ?? undefined,
    owner: {
      ref: row.owner_ref,
      exists: Boolean(row.owner_exists),
      title: row.owner_title ?? undefined,
    },
    lifecycle: row.lifecycle,
    visibility: row.visibility,
    sample: Boolean(row.sample),
  };
}
