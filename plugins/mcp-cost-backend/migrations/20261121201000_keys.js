/**
 * Service keys of teams. Times are in milliseconds since 1970.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('service_keys', table => {
    // The part of the secret by which it is looked up; it may be shown.
    table.string('id', 16).primary();
    table.text('team_ref').notNullable().index();
    table.string('name').notNullable();
    // SHA-256 of the whole secret, which is nowhere.
    table.string('secret_hash', 64).notNullable();
    // JSON
    table.text('scopes').notNullable();
    // An entity ref, or `config`.
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable().index();
    table.bigInteger('revoked_at').nullable();
    table.bigInteger('last_used_at').nullable();
    table.string('replaced_by', 16).nullable();
    // How many days before its end the last warning was that somebody got.
    table.integer('warned_days').nullable();
  });

  // Teams, other than its own, that a key may report for.
  await knex.schema.createTable('service_key_teams', table => {
    table
      .string('key_id', 16)
      .notNullable()
      .references('id')
      .inTable('service_keys')
      .onDelete('CASCADE');
    table.text('team_ref').notNullable();
    table.primary(['key_id', 'team_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('service_key_teams');
  await knex.schema.dropTable('service_keys');
};
