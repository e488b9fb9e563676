/**
 * Prices, and what they did to usage that was stored before them.
 *
 * Amounts are decimal text as people write them: nothing computes with them in
 * SQL, and integers beyond 2^53 would come back wrong from SQLite. Days are counted
 * since 1970.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('prices', table => {
    table.increments('id');
    // What it is for, in one text: prices of the same take turns.
    table.text('subject_key').notNullable();
    table.string('kind', 16).notNullable();
    // Empty where the kind has none.
    table.text('server_ref').notNullable();
    table.text('tool').notNullable();
    table.text('model').notNullable();
    table.text('provider').notNullable();
    table.text('unit').notNullable();
    // Either this, or the prices of a million tokens.
    table.string('per_unit', 40).nullable();
    table.string('input', 40).nullable();
    table.string('cached_input', 40).nullable();
    table.string('output', 40).nullable();
    table.integer('valid_from').notNullable();
    // First day on which it no longer holds, though nothing follows it.
    table.integer('ended_on').nullable();
    table.text('note').nullable();
    // 'config' or 'api'
    table.string('source', 8).notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    // Taken back, as if it had never been; kept for those who ask later.
    table.string('deleted_by').nullable();
    table.bigInteger('deleted_at').nullable();
    table.index(['server_ref']);
  });
  await knex.raw(
    `CREATE UNIQUE INDEX prices_one_a_day ON prices (subject_key, valid_from)
     WHERE deleted_at IS NULL`,
  );

  await knex.schema.createTable('repricings', table => {
    table.increments('id');
    table.integer('price_id').notNullable().references('id').inTable('prices');
    table.index(['price_id']);
    // 'running', 'done', 'failed'
    table.string('state', 8).notNullable().index();
    table.integer('from_day').notNullable();
    table.integer('to_day').nullable();
    table.bigInteger('events').notNullable();
    table.bigInteger('done').notNullable();
    table.string('cost_before', 40).notNullable();
    table.string('cost_after', 40).notNullable();
    // The last event that was looked at; those are in the order of these three.
    table.integer('cursor_attribution').nullable();
    table.bigInteger('cursor_at').nullable();
    table.uuid('cursor_key').nullable();
    table.integer('failures').notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table.text('error').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('repricings');
  await knex.schema.dropTable('prices');
};
