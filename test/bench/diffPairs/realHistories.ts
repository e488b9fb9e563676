import { compareContracts } from '@mcp-portal/mcp-contract';

import {
  hasContract,
  readHistory,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import { HISTORY_SERVERS } from '../../histories/servers';
import type { DiffCase } from '../contractDiff';

/** Of each real server, the two successive versions with the most changes. */
export async function realHistories(): Promise<DiffCase[]> {
  const cases: DiffCase[] = [];
  for (const { name } of HISTORY_SERVERS) {
    const answered = (await readHistory(name)).versions.filter(hasContract);
    const pairs = answered.slice(1).map((after, index) => ({
      before: answered[index],
      after,
      changes: compareContracts(answered[index].contract, after.contract)
        .changes.length,
    }));
    pairs.sort((a, b) => b.changes - a.changes);
    if (pairs.length > 0) {
      const [{ before, after }] = pairs;
      cases.push({
        title: `${name} ${before.version} → ${after.version}`,
        before: before.contract.tools,
        after: after.contract.tools,
      });
    }
  }
  return cases;
}
