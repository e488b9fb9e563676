/**
 * How far sample usage was made.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sample_usage', table => {
    table.integer('id').primary();
    // Epoch milliseconds. What happens "some hours ago" is counted from the first start.
    table.bigInteger('first_started_at').notNullable();
    table.bigInteger('made_until').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sample_usage');
};
