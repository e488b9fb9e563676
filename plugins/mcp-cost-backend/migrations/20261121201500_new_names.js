/**
 * How many combinations of names a team has brought in on a day that were never
 * seen before. What a key may bring in is bounded: each is kept for ever.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('usage_new_names', table => {
    table.text('team_ref').notNullable();
    // Days since 1970, UTC.
    table.integer('day').notNullable();
    table.integer('names').notNullable();
    table.primary(['team_ref', 'day']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('usage_new_names');
};
