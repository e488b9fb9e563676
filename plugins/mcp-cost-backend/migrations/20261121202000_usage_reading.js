/**
 * Finds the sums of a few consumers, such as one team's, without looking at all
 * others of the same days.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('usage_days', table => {
    table.index(['attribution_id', 'day']);
  });
  await knex.schema.alterTable('usage_consumer_days', table => {
    table.index(['consumer_id', 'day']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('usage_days', table => {
    table.dropIndex(['attribution_id', 'day']);
  });
  await knex.schema.alterTable('usage_consumer_days', table => {
    table.dropIndex(['consumer_id', 'day']);
  });
};
