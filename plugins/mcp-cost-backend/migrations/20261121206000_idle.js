/**
 * What was found idle, and what is exempted from that.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('idle_resources', table => {
    // Made of kind and subject.
    table.string('id', 40).primary();
    table.string('kind', 16).notNullable();
    table.text('subject').notNullable();
    table.text('title').notNullable();
    // An empty text is "none".
    table.text('owner_ref').notNullable();
    // Only the owner's members see it.
    table.boolean('is_private').notNullable();
    table.string('last_used_at', 24).nullable();
    table.string('idle_since', 24).notNullable();
    table.string('found_at', 24).notNullable();
    table.string('cost_per_month_nanos', 32).nullable();
    table.string('saving_per_month_nanos', 32).nullable();
    table.index(['owner_ref']);
  });

  // Kept apart: it lasts while the resource comes and goes.
  await knex.schema.createTable('idle_exemptions', table => {
    table.string('id', 40).primary();
    table.text('reason').notNullable();
    table.string('until', 10).notNullable();
    table.text('by').notNullable();
    table.string('at', 24).notNullable();
  });

  // Which actions were told of which finding.
  await knex.schema.createTable('idle_told', table => {
    table.string('action', 200).notNullable();
    table.string('id', 40).notNullable();
    table.string('found_at', 24).notNullable();
    table.primary(['action', 'id']);
  });

  // First time that the scan saw a server: what is new isn't idle.
  await knex.schema.createTable('idle_known', table => {
    table.text('ref').primary();
    table.string('first_seen_at', 24).notNullable();
    // It was there at the first scan, and who knows for how long before.
    table.boolean('is_initial').notNullable();
  });

  await knex.schema.createTable('idle_scan', table => {
    table.integer('id').primary();
    table.string('scanned_at', 24).nullable();
  });
  await knex('idle_scan').insert({ id: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'idle_scan',
    'idle_known',
    'idle_told',
    'idle_exemptions',
    'idle_resources',
  ]) {
    await knex.schema.dropTable(table);
  }
};
