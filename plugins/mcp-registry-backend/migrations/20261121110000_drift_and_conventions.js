// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const belongsToServer = table =>
    table
      .integer('server_id')
      .notNullable()
      .references('id')
      .inTable('servers')
      .onDelete('CASCADE');

  await knex.schema.createTable('drifts', table => {
    table.comment(
      'That a live server did not offer what was published. Whether it still does not is seen from servers and versions alone',
    );
    belongsToServer(table);
    table.text('version').notNullable().comment('What it was compared with');
    table.text('sha256').notNullable().comment('What was live');
    table.text('first_seen_at').notNullable();
    table.text('last_seen_at').notNullable();
    table.text('resolved_at').comment('When it was no longer seen');
    table.text('class').comment('The worst class among what differs');
    table.text('settings').comment('Hash of the severities behind the class');
    table.text('notified_at').comment('When its owner had been told');
    table.text('claimed_until').comment('While a replica is telling the owner');
    table.text('acknowledged_at');
    table.text('acknowledged_by');
    table.text('acknowledged_reason');
    table.primary(['server_id', 'version', 'sha256']);
  });

  await knex.schema.createTable('server_trials', table => {
    table.comment('What was learned by trying a server, not by reading it');
    belongsToServer(table).primary();
    table.text('sha256').notNullable().comment('What it offered then');
    table.text('tried_at').notNullable();
    table.text('unknown_tool').comment('JSON: how an unknown tool was refused');
    table.text('auth').comment('How one gets in, where it is known');
  });

  await knex.schema.createTable('server_conventions', table => {
    table.comment('How far each server keeps the conventions');
    belongsToServer(table).primary();
    table.text('fingerprint').notNullable().comment('Hash of all that counted');
    table.text('report').notNullable().comment('JSON');
    table.integer('score').notNullable();
    table.integer('errors').notNullable();
    table.integer('warnings').notNullable();
    table.text('sha256').notNullable();
    table.integer('tokens').comment('Of the list of tools of that snapshot');
    table.text('checked_at').notNullable();
    table.index(['score'], 'server_conventions_score_idx');
  });

  await knex.schema.createTable('broken_conventions', table => {
    table.comment('Which conventions each server breaks, to filter and count');
    belongsToServer(table);
    table.text('convention').notNullable();
    table.primary(['server_id', 'convention']);
    table.index(['convention'], 'broken_conventions_convention_idx');
  });

  await knex.schema.createTable('convention_days', table => {
    table.comment('The last score of each server and day (UTC)');
    belongsToServer(table);
    table.text('day').notNullable();
    table.integer('score').notNullable();
    table.primary(['server_id', 'day']);
    // Holds all that the trend of many servers needs.
    table.index(['day', 'server_id', 'score'], 'convention_days_day_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'convention_days',
    'broken_conventions',
    'server_conventions',
    'server_trials',
    'drifts',
  ]) {
    await knex.schema.dropTable(table);
  }
};
