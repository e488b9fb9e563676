/** A server on npm whose history is told, and what it takes to start it. */
export interface HistoryServer {
  /** Name of the npm package. */
  name: string;
  /** Which of its programs, where it has several. */
  program?: string;
  /** `{folder}` stands for an empty folder of its own. */
  args?: string[];
  /** Never a real credential: these only have to be there. */
  env?: Record<string, string>;
  /** Versions that have no place in the row, and why. */
  leftOut?: Record<string, string>;
}

const NO_KEY = 'no-real-key';

/**
 * Servers that answer over stdio without an account. The last three have fewer
 * than ten versions.
 */
export const HISTORY_SERVERS: HistoryServer[] = [
  { name: '@modelcontextprotocol/server-everything' },
  {
    name: '@modelcontextprotocol/server-filesystem',
    args: ['{folder}'],
    leftOut: { '2.0.1': 'newer than 2026.8.31, though its number is lower' },
  },
  { name: '@upstash/context7-mcp' },
  { name: '@playwright/mcp' },
  { name: 'chrome-devtools-mcp' },
  {
    name: '@notionhq/notion-mcp-server',
    env: {
      NOTION_TOKEN: NO_KEY,
      OPENAPI_MCP_HEADERS: `{"Authorization":"Bearer ${NO_KEY}"}`,
    },
  },
  { name: 'firecrawl-mcp', env: { FIRECRAWL_API_KEY: NO_KEY } },
  { name: 'tavily-mcp', env: { TAVILY_API_KEY: NO_KEY } },
  {
    name: '@supabase/mcp-server-supabase',
    args: ['--access-token', `sbp_${NO_KEY}`],
  },
  { name: '@wonderwhy-er/desktop-commander', program: 'desktop-commander' },
  { name: '@modelcontextprotocol/server-memory' },
  { name: '@modelcontextprotocol/server-sequential-thinking' },
  {
    name: '@modelcontextprotocol/server-github',
    env: { GITHUB_PERSONAL_ACCESS_TOKEN: NO_KEY },
  },
];
