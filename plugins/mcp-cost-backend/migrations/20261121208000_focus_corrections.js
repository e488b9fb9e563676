/**
 * Whether a bill was only corrections, which must not take the place of a whole.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('focus_bills', table => {
    table.boolean('only_corrections').notNullable().defaultTo(false);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('focus_bills', table => {
    table.dropColumn('only_corrections');
  });
};
