import { setImmediate } from 'node:timers/promises';

import { exampleCall } from './exampleCall';
import { literal } from './literal';
import { PatternBudget } from './PatternBudget';
import type { ChosenTool } from './toolFile';

/** The file with one call of each tool, for the generated project's tests. */
export async function casesFile(tools: readonly ChosenTool[]): Promise<string> {
  const calls: ReturnType<typeof exampleCall>[] = [];
  const patterns = new PatternBudget();
  for (const tool of tools) {
    calls.push(exampleCall(tool, patterns));
    // To compile a schema takes a while: others get their turn in between.
    await setImmediate();
  }
  const withoutExample = tools
    .filter((_tool, index) => calls[index] === undefined)
    .map(({ tool }) => tool.name);
  return `import type { Case } from './Case.js';

/** One call of each tool: what goes in, what the API sees and sends, what comes out. */
export const cases: Case[] = ${literal(
    calls.filter(call => call !== undefined),
  )};

/** Tools that need a call of your own: no example could be made from their schemas. */
export const untried: string[] = ${literal(withoutExample)};
`;
}
