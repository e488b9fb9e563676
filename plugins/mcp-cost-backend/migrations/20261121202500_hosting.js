/**
 * How monthly fees of hosting were shared, to share again only what has moved.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('hosting_shares', table => {
    table.text('server_ref').notNullable();
    // First day of the month, counted since 1970.
    table.integer('month').notNullable();
    // SHA-256 of what was shared, and by what.
    table.string('fingerprint', 64).notNullable();
    // Of the batches that hold the shares.
    table.string('import_id', 36).notNullable();
    table.integer('events').notNullable();
    // Nano-units as text; integers beyond 2^53 come back wrong from SQLite.
    table.string('cost', 40).notNullable();
    table.bigInteger('shared_at').notNullable();
    table.primary(['server_ref', 'month']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('hosting_shares');
};
