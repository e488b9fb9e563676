import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { isAsKnown, type KnownEntities } from '../catalog/KnownEntities';
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

  async fingerprints(
    scope: Scope,
    refs?: string[],
  ): Promise<Map<string, string>> {
    const rows: { ref: string; fingerprint: string }[] = await this.#knex(
      'agents',
    )
      .modify(whereInExtent, scope.agents, 'agents')
      .modify(query => refs && query.whereIn('ref', refs))
      .select('ref', 'fingerprint');
    return new Map(rows.map(row => [row.ref, row.fingerprint]));
  }

  async put(
    scope: Scope,
    agents: IndexedAgent[],
    known?: KnownEntities,
  ): Promise<string[]> {
    const written: string[] = [];
    for (const agent of agents) {
      const wasWritten = await this.#knex.transaction(tx =>
        this.#putOne(tx, scope, agent, known),
      );
      if (wasWritten) {
        written.push(agent.ref);
      }
    }
    return written;
  }

  async remove(
    scope: Scope,
    refs: string[],
    known?: KnownEntities,
  ): Promise<void> {
    for (const ref of refs) {
      await this.#knex('agents')
        .modify(whereInExtent, scope.agents, 'agents')
        .where({ ref })
        .modify(
          query => known && query.where('fingerprint', known.get(ref) ?? ''),
        )
        .delete();
    }
  }

  async #putOne(
    tx: Knex,
    scope: Scope,
    agent: IndexedAgent,
    before: KnownEntities | undefined,
  ): Promise<boolean> {
    const find = (): Promise<{ id: number; fingerprint: string } | undefined> =>
      tx('agents')
        .modify(whereInExtent, scope.agents, 'agents')
        .where('ref', agent.ref)
        .forUpdate()
        .first('id', 'fingerprint');
    const row = toRow(agent);
    const found = await find();
    const [inserted]: { id: number }[] = found
      ? []
      : await tx('agents')
          .insert({ ref: agent.ref, ...row })
          .onConflict('ref')
          .ignore()
          .returning('id');
    // Where another replica was first to insert it, there is one after all.
    const known = inserted ? undefined : found ?? (await find());
    if (known) {
      if (!isAsKnown(before, agent.ref, known.fingerprint)) {
        return false;
      }
      await tx('agents').where('id', known.id).update(row);
      await tx('server_uses')
        .where({ agent_id: known.id, evidence: 'declared' })
        .delete();
    }
    const agentId = (known ?? inserted)?.id;
    if (agentId === undefined) {
      return false;
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
    return true;
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
