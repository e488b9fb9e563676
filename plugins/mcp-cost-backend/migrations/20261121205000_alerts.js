/**
 * What alerts were raised, and which of them last.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alerts', table => {
    table.uuid('id').primary();
    table.string('rule', 32).notNullable();
    // Whom or what the rule looked at, within the rule.
    table.text('subject').notNullable();
    // What the subject's trouble is one event of, such as a month.
    table.text('occasion').notNullable();
    table.string('tier', 16).notNullable();
    table.string('level', 16).notNullable();
    // An empty text is "none".
    table.text('team_ref').notNullable();
    table.text('server_ref').notNullable();
    table.text('title').notNullable();
    table.text('message').notNullable();
    table.text('advice').notNullable();
    table.text('link').notNullable();
    table.text('facts').notNullable();
    // ISO instants, UTC.
    table.string('started_at', 24).notNullable();
    table.string('last_seen_at', 24).notNullable();
    table.string('resolved_at', 24).nullable();
    table.index(['rule', 'subject', 'started_at']);
    table.index(['team_ref', 'started_at']);
    table.index(['server_ref', 'started_at']);
    table.index(['resolved_at', 'started_at']);
  });
  // What lasts is one alert, whichever replica sees it.
  await knex.raw(
    `CREATE UNIQUE INDEX alerts_one_open
     ON alerts (rule, subject) WHERE resolved_at IS NULL`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alerts');
};
