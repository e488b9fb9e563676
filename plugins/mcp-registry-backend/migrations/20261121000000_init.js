// @ts-check

/**
 * Instants are ISO 8601 in UTC, kept as text: they sort as they read, and mean
 * the same on both databases.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('servers', table => {
    table.comment(
      'Servers: what the catalog declares, and what was last observed',
    );
    table.increments('id');
    table.text('ref').notNullable().unique();
    table.text('fingerprint').notNullable().comment('Hash of what is declared');
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('sort_name').notNullable();
    table
      .text('name_words')
      .notNullable()
      .comment('Search words of name and title, each between spaces');
    table
      .text('about_words')
      .notNullable()
      .comment('Search words of purpose and owner, each between spaces');
    table.text('purpose');
    table.text('owner_ref').notNullable();
    table.boolean('owner_exists').notNullable();
    table.text('owner_title');
    table.text('lifecycle').notNullable();
    table.text('system_ref');
    table.text('trust').notNullable();
    table.text('visibility').notNullable();
    table.text('data_sensitivity');
    table.boolean('sample').notNullable();
    table
      .text('declared')
      .notNullable()
      .comment('JSON: remotes, packages, links and the like');
    table
      .text('removed_at')
      .comment(
        'When the catalog lost it; what was observed is kept for a while',
      );

    table.text('health').notNullable().defaultTo('unknown');
    table.text('health_reason').notNullable();
    table.text('last_attempt_at');
    table.text('last_good_at');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Attempts failed in a row');
    table.text('next_attempt_at').notNullable();
    table.text('claimed_until').comment('While a replica is asking it');
    table.text('snapshot').comment('SHA-256 of the last good snapshot');
    table
      .text('seen_version')
      .comment('Version that the live server says of itself');
    table.integer('tools');
    table.integer('prompts');
    table.integer('resources');
    table.integer('resource_templates');

    // Holds all that the plain list needs for its order, its scope and its count.
    table.index(
      ['removed_at', 'sort_name', 'id', 'visibility', 'owner_ref'],
      'servers_sort_name_idx',
    );
    table.index(['removed_at', 'next_attempt_at'], 'servers_next_attempt_idx');
  });

  await knex.schema.createTable('server_tools', table => {
    table.comment('Tools of the last good snapshot, for search');
    table
      .integer('server_id')
      .notNullable()
      .references('id')
      .inTable('servers')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.text('name').notNullable();
    table
      .text('words')
      .notNullable()
      .comment('Search words, each after a space');
    table.primary(['server_id', 'position']);
  });

  await knex.schema.createTable('snapshots', table => {
    table.comment('Distinct contracts, each kept once, whoever offered it');
    table.text('sha256').primary();
    table.text('contract').notNullable().comment('Canonical JSON');
    table.integer('size_bytes').notNullable();
    table.integer('tools').notNullable();
    table.integer('prompts').notNullable();
    table.integer('resources').notNullable();
    table.integer('resource_templates').notNullable();
  });

  await knex.schema.createTable('server_snapshots', table => {
    table.comment(
      'Which contract a server was seen to offer, to whom and when',
    );
    table
      .integer('server_id')
      .notNullable()
      .references('id')
      .inTable('servers')
      .onDelete('CASCADE');
    table
      .text('sha256')
      .notNullable()
      .references('sha256')
      .inTable('snapshots');
    table
      .text('credential')
      .notNullable()
      .comment('Name of the credential that saw it, or empty');
    table.text('first_seen_at').notNullable();
    table.text('last_seen_at').notNullable();
    table.text('protocol_version');
    table.text('server_info').comment('JSON');
    table.primary(['server_id', 'sha256', 'credential']);
    table.index(
      ['server_id', 'last_seen_at'],
      'server_snapshots_last_seen_idx',
    );
    table.index(['sha256'], 'server_snapshots_sha256_idx');
  });

  await knex.schema.createTable('attempts', table => {
    table.comment('The last attempts to ask a server for its contract');
    table.text('id').primary();
    table
      .integer('server_id')
      .notNullable()
      .references('id')
      .inTable('servers')
      .onDelete('CASCADE');
    table.text('started_at').notNullable();
    table.integer('latency_ms').notNullable();
    table.text('outcome').notNullable();
    table.text('error');
    table.text('trigger').notNullable();
    table.text('transport');
    table.text('endpoint');
    table.text('credential');
    table.text('sha256');
    table.index(['server_id', 'started_at'], 'attempts_started_idx');
  });

  await knex.schema.createTable('health_days', table => {
    table.comment(
      'Attempts by server and day (UTC), kept longer than the attempts',
    );
    table
      .integer('server_id')
      .notNullable()
      .references('id')
      .inTable('servers')
      .onDelete('CASCADE');
    table.text('day').notNullable();
    table.integer('ok').notNullable();
    table.integer('failed').notNullable();
    table
      .integer('ok_latency_ms')
      .notNullable()
      .comment('Sum over the attempts that went well');
    table.primary(['server_id', 'day']);
  });

  await knex.schema.createTable('agents', table => {
    table.comment('Agents, as the catalog declares them');
    table.increments('id');
    table.text('ref').notNullable().unique();
    table.text('fingerprint').notNullable();
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('sort_name').notNullable();
    table.text('purpose');
    table.text('owner_ref').notNullable();
    table.boolean('owner_exists').notNullable();
    table.text('owner_title');
    table.text('lifecycle').notNullable();
    table.text('visibility').notNullable();
    table.boolean('sample').notNullable();
    table
      .text('words')
      .notNullable()
      .comment('Search words, each after a space');
    table.index(['sort_name'], 'agents_sort_name_idx');
  });

  await knex.schema.createTable('server_uses', table => {
    table.comment('Which agent uses which server, and how that is known');
    table
      .integer('agent_id')
      .notNullable()
      .references('id')
      .inTable('agents')
      .onDelete('CASCADE');
    table.text('server_ref').notNullable();
    table.text('evidence').notNullable();
    table
      .text('owner_ref')
      .notNullable()
      .comment("The agent's, so that uses can be counted within a scope");
    table.text('visibility').notNullable().comment("The agent's");
    table.text('version_range');
    table.text('tools').comment('JSON array; null when the agent does not say');
    table.primary(['agent_id', 'server_ref', 'evidence']);
    table.index(
      ['server_ref', 'agent_id', 'visibility', 'owner_ref'],
      'server_uses_server_idx',
    );
  });

  // Full-text search is the one thing that the two databases do each in its own way.
  if (knex.client.config.client.includes('sqlite')) {
    // Only which server has a word: the texts themselves are elsewhere.
    await knex.raw(
      `CREATE VIRTUAL TABLE server_search USING fts5(
        words, content = '', contentless_delete = 1, detail = none,
        tokenize = 'unicode61', prefix = '2 3 4')`,
    );
  } else {
    await knex.raw(
      `CREATE TABLE server_search (
        server_id integer PRIMARY KEY REFERENCES servers (id) ON DELETE CASCADE,
        document tsvector NOT NULL)`,
    );
    // Without the list of pending entries, which every search would have to read.
    await knex.raw(
      `CREATE INDEX server_search_document_idx ON server_search
       USING gin (document) WITH (fastupdate = off)`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'server_search',
    'server_uses',
    'agents',
    'health_days',
    'attempts',
    'server_snapshots',
    'snapshots',
    'server_tools',
    'servers',
  ]) {
    await knex.schema.dropTable(table);
  }
};
