import { Knex } from 'knex';

import { inBatches } from '@mcp-portal/plugin-mcp-node';

/**
 * Which of the declared tools a server's last good contract does not have, for
 * each use. Empty while nothing is known of the server.
 */
export async function findMissingTools(
  knex: Knex,
  uses: { serverId?: number; hasContract: boolean; tools?: string[] }[],
): Promise<string[][]> {
  const serverIds = [
    ...new Set(
      uses.flatMap(({ serverId, hasContract, tools }) =>
        serverId !== undefined && hasContract && tools?.length ? serverId : [],
      ),
    ),
  ];
  const rows = await inBatches(
    serverIds,
    (batch): PromiseLike<{ server_id: number; name: string }[]> =>
      knex('server_tools')
        .whereIn('server_id', batch)
        .select('server_id', 'name'),
  );
  const offered = new Map<number, Set<string>>(
    serverIds.map(id => [id, new Set()]),
  );
  rows.forEach(row => offered.get(row.server_id)?.add(row.name));
  return uses.map(({ serverId, tools }) => {
    const known = serverId === undefined ? undefined : offered.get(serverId);
    return known && tools ? tools.filter(tool => !known.has(tool)) : [];
  });
}
