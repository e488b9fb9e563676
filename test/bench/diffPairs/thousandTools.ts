import type { ToolSchemas } from '@mcp-portal/mcp-contract/src/diff/__testUtils__/openapi/wrapAsOpenApi';

import {
  hasContract,
  readHistory,
} from '@mcp-portal/mcp-contract/src/diff/__testUtils__/histories/HistoryArchive';
import { HISTORY_SERVERS } from '../../histories/servers';
import type { DiffCase } from '../contractDiff';

const TOOLS = 1_000;

/**
 * A thousand tools of real servers, each under a name of its own: half of them
 * as they were a version before and after a change, where they have changed.
 */
export async function thousandTools(): Promise<DiffCase> {
  const pairs = await toolPairs();
  const changed = pairs.filter(
    ([before, after]) => JSON.stringify(before) !== JSON.stringify(after),
  );
  const same = pairs.filter(pair => !changed.includes(pair));
  const chosen = Array.from({ length: TOOLS }, (_, index) => {
    const from = index % 2 === 0 ? changed : same;
    return from[Math.floor(index / 2) % from.length].map(tool => ({
      ...tool,
      name: `${tool.name.slice(0, 100)}-${index}`,
    }));
  });
  return {
    title: '1,000 tools of real servers, half of them changed',
    before: chosen.map(([before]) => before),
    after: chosen.map(([, after]) => after),
    goalMs: 150,
  };
}

async function toolPairs(): Promise<[ToolSchemas, ToolSchemas][]> {
  const pairs: [ToolSchemas, ToolSchemas][] = [];
  for (const { name } of HISTORY_SERVERS) {
    const answered = (await readHistory(name)).versions.filter(hasContract);
    for (const [index, { contract }] of answered.slice(1).entries()) {
      const before = new Map(
        answered[index].contract.tools.map(tool => [tool.name, tool]),
      );
      for (const tool of contract.tools) {
        const earlier = before.get(tool.name);
        if (earlier) {
          pairs.push([earlier, tool]);
        }
      }
    }
  }
  return pairs;
}
