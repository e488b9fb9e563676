/**
 * What building a server of one's own is assumed to take, where administrators
 * changed it. One row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('reuse_assumptions', table => {
    table.integer('id').primary();
    // Decimal text, as it was written.
    table.string('build_cost', 40).notNullable();
    table.string('run_cost_per_month', 40).notNullable();
    table.integer('months').notNullable();
    table.string('changed_by').notNullable();
    table.bigInteger('changed_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reuse_assumptions');
};
