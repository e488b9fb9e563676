import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { likeDocument, nameWords, searchWords } from '../search/searchWords';
import { fingerprint } from '../database/fingerprint';
import { sortName } from '../database/sortName';
import type { AgentIndexStore, IndexedAgent } from './AgentIndexStore';

/** SQLite takes no more terms in one insert. */
const ROWS_PER_INSERT = 100;

/**
 * Keeps the index of agents in the registry's database.
 */
export class DatabaseAgentIndexStore implements AgentIndexStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async fingerprints(scope: Scope): Promise<Map<string, string>> {
    const rows: { ref: string; fingerprint: string }[] = await this.#knex(
      'agents',
    )
      .modify(whereInExtent, scope.agents, 'agents')
      .select('ref', 'fingerprint');
    return new Map(rows.map(row => [row.ref, row.fingerprint]));
  }

  async put(scope: Scope, agents: IndexedAgent[]): Promise<void> {
    for (const agent of agents) {
      await this.#knex.transaction(tx => this.#putOne(tx, scope, agent));
    }
  }

  async remove(scope: Scope, refs: string[]): Promise<void> {
    for (const ref of refs) {
      await this.#knex('agents')
        .modify(whereInExtent, scope.agents, 'agents')
        .where({ ref })
        .delete();
    }
  }

  async #putOne(tx: Knex, scope: Scope, agent: IndexedAgent): Promise<void> {
    const known = await tx('agents')
      .modify(whereInExtent, scope.agents, 'agents')
      .where('ref', agent.ref)
      .first('id');
    const row = toRow(agent);
    let agentId: number;
    if (known) {
      agentId = known.id;
      await tx('agents').where('id', agentId).update(row);
      await tx('server_uses')
        .where({ agent_id: agentId, evidence: 'declared' })
        .delete();
    } else {
      [{ id: agentId }] = await tx('agents')
        .insert({ ref: agent.ref, ...row })
        .returning('id');
    }
    await tx.batchInsert(
      'server_uses',
      agent.uses.map(use => ({
        agent_id: agentId,
        server_ref: use.serverRef,
        evidence: 'declared',
        owner_ref: agent.ownerRef,
        visibility: agent.visibility,
        version_range: use.versionRange ?? null,
        tools: use.tools ? JSON.stringify(use.tools) : null,
      })),
      ROWS_PER_INSERT,
    );
  }
}

function toRow(agent: IndexedAgent) {
  return {
    fingerprint: fingerprint(agent),
    kind: agent.kind,
    namespace: agent.namespace,
    name: agent.name,
    title: agent.title ?? null,
    sort_name: sortName(agent),
    purpose: agent.purpose ?? null,
    owner_ref: agent.ownerRef,
    owner_exists: agent.ownerExists,
    owner_title: agent.ownerTitle ?? null,
    lifecycle: agent.lifecycle,
    visibility: agent.visibility,
    sample: agent.sample,
    // Not the servers' names: what a caller may not see must not be found by.
    words: likeDocument([
      ...nameWords(agent.name),
      ...searchWords(agent.title),
      ...searchWords(agent.purpose),
      ...searchWords(agent.ownerRef.split('/').pop()),
      ...searchWords(agent.ownerTitle),
    ]),
  };
}
