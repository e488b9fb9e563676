// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('servers', table => {
    table
      .text('published_version')
      .comment('The newest active release among its versions');
    table
      .integer('versions_revision')
      .notNullable()
      .defaultTo(0)
      .comment('Rises with each change to its versions');
  });

  await knex.schema.createTable('versions', table => {
    table.comment('Published versions, and what became of them');
    table.increments('id');
    table
      .integer('server_id')
      .notNullable()
      .references('id')
      .inTable('servers')
      .onDelete('CASCADE');
    table.text('version').notNullable();
    table.text('status').notNullable();
    table
      .text('sha256')
      .notNullable()
      .references('sha256')
      .inTable('snapshots');
    table.text('server_json').comment('JSON');
    table.text('changelog');
    table
      .text('words')
      .notNullable()
      .comment('Search words of changelog and highlights, each between spaces');
    table.text('published_at').notNullable();
    table.text('published_by').notNullable();
    table.text('base').comment('The version that it was compared with');
    table.text('verdict').notNullable();
    table.text('required_bump').notNullable();
    table.text('smallest_version').notNullable();
    table.integer('breaking').notNullable();
    table.integer('additive').notNullable();
    table.integer('behavioural').notNullable();
    table.integer('cosmetic').notNullable();
    table.text('highlights').notNullable().comment('JSON array of sentences');
    table
      .text('changes')
      .notNullable()
      .comment('JSON: the changes since base, as they were judged');
    table.text('override').comment('JSON: who overruled the gate, and why');
    table.text('acceptance').comment('JSON: who accepted what is undecided');
    table.text('deprecation').comment('JSON: who deprecated it, and why');
    table.text('sunset_on').comment('Day (UTC) of the deprecation, to sort by');
    table.text('deletion').comment('JSON: who deleted it, and why');

    table.unique(['server_id', 'version'], {
      indexName: 'versions_server_version_idx',
    });
    table.index(['published_at', 'id'], 'versions_published_idx');
    table.index(['status', 'sunset_on'], 'versions_status_idx');
    table.index(['sha256'], 'versions_sha256_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('versions');
  await knex.schema.alterTable('servers', table => {
    table.dropColumn('published_version');
    table.dropColumn('versions_revision');
  });
};
