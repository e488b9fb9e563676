/**
 * Imports of bills, and which import each billing period is from.
 *
 * Amounts are nano-units as text: integers beyond 2^53 come back wrong from SQLite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('focus_imports', table => {
    table.string('id', 36).primary();
    table.text('file_name').nullable();
    // 'reading', 'replacing', 'done', 'failed'
    table.string('state', 16).notNullable().index();
    table.string('version', 8).nullable();
    table.bigInteger('bytes_read').notNullable();
    table.bigInteger('bytes_total').nullable();
    table.bigInteger('rows_read').notNullable();
    table.bigInteger('rows_accepted').notNullable();
    table.bigInteger('rows_refused').notNullable();
    // JSON: the first hundred.
    table.text('refusals').notNullable();
    table.string('cost', 40).notNullable();
    table.string('unattributed', 40).notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('started_at').notNullable().index();
    // While it is worked on, it is seen again and again.
    table.bigInteger('seen_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table.text('error').nullable();
  });

  // One billing period of one account, in one import.
  await knex.schema.createTable('focus_bills', table => {
    // The `import_id` of its batches.
    table.string('id', 36).primary();
    table
      .string('focus_import_id', 36)
      .notNullable()
      .references('id')
      .inTable('focus_imports')
      .index();
    table.text('issuer').notNullable();
    table.text('account').notNullable();
    table.bigInteger('period_start').notNullable();
    table.bigInteger('period_end').notNullable();
    // 'staged', 'current', 'replaced', 'failed'
    table.string('state', 16).notNullable();
    table.boolean('did_replace').notNullable();
    // First day of its charges, counted since 1970.
    table.integer('first_day').nullable();
  });
  await knex.raw(
    `CREATE UNIQUE INDEX focus_bills_one_current
     ON focus_bills (issuer, account, period_start, period_end)
     WHERE state = 'current'`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('focus_bills');
  await knex.schema.dropTable('focus_imports');
};
