import { writeBetween } from '../documents/writeBetween';
import { readHistory } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import { historyTables } from './historyTables';
import { HISTORY_SERVERS } from './servers';

/** Writes the tables of the document anew. */
export async function writeDocument(): Promise<void> {
  const histories = await Promise.all(
    HISTORY_SERVERS.map(async ({ name, leftOut = {} }) => ({
      history: await readHistory(name),
      leftOut,
    })),
  );
  await writeBetween('real-contract-histories.md', historyTables(histories));
}
