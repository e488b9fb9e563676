/**
 * Teams' budgets, what they ask for beyond them, and what is to be told to people.
 *
 * Amounts are nano-units as text: nothing computes with them in SQL, and both
 * databases give text back as it was.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('budgets', table => {
    table.text('team_ref').primary();
    table.string('amount_nanos', 32).notNullable();
    table.double('soft_threshold').notNullable();
    table.boolean('blocks').notNullable();
    table.text('set_by').notNullable();
    table.string('set_at', 24).notNullable();
  });

  await knex.schema.createTable('budget_increases', table => {
    table.uuid('id').primary();
    table.text('team_ref').notNullable();
    table.string('month', 7).notNullable();
    table.string('amount_nanos', 32).notNullable();
    table.text('reason').notNullable();
    table.text('asked_by').notNullable();
    table.string('asked_at', 24).notNullable();
    // 'pending', 'granted', 'declined', 'withdrawn'
    table.string('state', 16).notNullable();
    table.text('decided_by').nullable();
    table.string('decided_at', 24).nullable();
    table.text('decision_reason').nullable();
    table.index(['team_ref', 'month', 'state']);
    table.index(['state', 'asked_at']);
  });
  // One question at a time: who decides should not have to add them up.
  await knex.raw(
    `CREATE UNIQUE INDEX budget_increases_one_pending
     ON budget_increases (team_ref, month) WHERE state = 'pending'`,
  );

  // What people are to be told, written in the transaction that makes it true,
  // and sent after it. The scope is what Backstage knows a notification by.
  await knex.schema.createTable('notices', table => {
    table.string('scope', 200).primary();
    table.integer('revision').notNullable();
    table.integer('sent_revision').nullable();
    table.text('recipients').notNullable();
    table.text('payload').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.bigInteger('due_at').nullable().index();
    table.integer('attempts').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
  await knex.schema.dropTable('budget_increases');
  await knex.schema.dropTable('budgets');
};
