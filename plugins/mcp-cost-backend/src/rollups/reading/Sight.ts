import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import { oneOf } from './oneOf';

/** A part of a statement. */
export interface Expression {
  sql: string;
  bindings: Knex.Value[];
}

/**
 * What a scope is in SQL: which usage may be read, and whose names of it are told.
 *
 * Usage that is visible only because the caller's teams own the server tells no
 * person, and no agent unless everyone may know it. Names are taken away before
 * anything is filtered, grouped or counted: nothing can be learned by asking.
 *
 * Statements call consumers `c` and attributions `a`.
 */
export class Sight {
  readonly #knex: Knex;
  readonly #scope: CostScope;
  readonly #knownAgents: readonly string[];

  private constructor(
    knex: Knex,
    scope: CostScope,
    knownAgents: readonly string[],
  ) {
    this.#knex = knex;
    this.#scope = scope;
    this.#knownAgents = knownAgents;
  }

  static async of(
    scope: CostScope,
    options: { knex: Knex; directory: CatalogDirectory },
  ): Promise<Sight> {
    const { teams, servers } = scope;
    const known: string[] = [];
    if (teams !== 'all' && servers.length > 0) {
      // What the catalog doesn't know may be private: it isn't told either.
      const { agents } = await options.directory.current();
      for (const { ref, visibility, ownerRef } of agents.values()) {
        if (visibility === 'organisation' || teams.includes(ownerRef)) {
          known.push(ref);
        }
      }
    }
    return new Sight(options.knex, scope, known);
  }

  /** Whether there is nothing to see. */
  get isBlind(): boolean {
    const { teams, servers } = this.#scope;
    return teams !== 'all' && teams.length === 0 && servers.length === 0;
  }

  /** Whether it is a matter of teams alone, so that sums by team can answer. */
  get isOfTeams(): boolean {
    return this.#scope.teams === 'all' || this.#scope.servers.length === 0;
  }

  get isOfAll(): boolean {
    return this.#scope.teams === 'all';
  }

  /** Narrows to usage of the scope's teams and servers. */
  narrow(
    query: Knex.QueryBuilder,
    columns: { team: string; server: string },
  ): void {
    const { teams, servers } = this.#scope;
    if (teams === 'all') {
      return;
    }
    const ofTeams = oneOf(this.#knex, columns.team, teams);
    if (servers.length === 0) {
      query.whereRaw(ofTeams.sql, ofTeams.bindings);
      return;
    }
    const ofServers = oneOf(this.#knex, columns.server, servers);
    query.whereRaw(`(${ofTeams.sql} OR ${ofServers.sql})`, [
      ...ofTeams.bindings,
      ...ofServers.bindings,
    ]);
  }

  /** The agent of `c`, if it may be told; else empty. */
  agent(): Expression {
    const { teams } = this.#scope;
    if (teams === 'all' || this.isOfTeams) {
      return { sql: 'c.agent', bindings: [] };
    }
    const ownUse = oneOf(this.#knex, 'c.team_ref', teams);
    const known = oneOf(this.#knex, 'c.agent', this.#knownAgents);
    return {
      sql: `CASE WHEN ${ownUse.sql} OR ${known.sql} THEN c.agent ELSE '' END`,
      bindings: [...ownUse.bindings, ...known.bindings],
    };
  }

  /** The person of `a`, if it may be told; else empty. */
  user(): Expression {
    const { teams } = this.#scope;
    if (teams === 'all' || this.isOfTeams) {
      return { sql: 'a.user_ref', bindings: [] };
    }
    const ownUse = oneOf(this.#knex, 'c.team_ref', teams);
    return {
      sql: `CASE WHEN ${ownUse.sql} THEN a.user_ref ELSE '' END`,
      bindings: ownUse.bindings,
    };
  }
}
