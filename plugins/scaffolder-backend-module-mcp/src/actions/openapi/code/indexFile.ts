import type { CodeNames } from './names';

/** The file that registers all tools. */
export function indexFile(tools: readonly CodeNames[]): string {
  const sorted = [...tools].sort((a, b) => (a.file < b.file ? -1 : 1));
  const imports = sorted.map(
    ({ file, register }) => `import { ${register} } from './${file}.js';\n`,
  );
  const calls = sorted.map(
    ({ register }) => `  ${register}(server, context);\n`,
  );
  return `import type { McpServer } from '@modelcontextprotocol/server';

${imports.join('')}import type { ToolContext } from './ToolContext.js';

/**
 * All tools of this server. Called for each request over HTTP, and once over
 * stdio: whatever is costly, such as a connection, is made elsewhere and reused.
 */
export function registerTools(server: McpServer, context: ToolContext): void {
${calls.join('')}}
`;
}
