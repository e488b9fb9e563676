import type { ChangedTool } from '../histories/changedTools';

/** Tools of real servers of which `redocly diff` says something else, and why we don't. */
export interface RealDisagreement {
  server: string;
  version: string;
  /** Names of the tools. */
  tools: string[];
  /** What `redocly diff` says; we say the other. */
  redocly: 'breaking' | 'safe';
  why: string;
}

/** All there are. A test fails when one is missing, or is there no more. */
export const REAL_DISAGREEMENTS: RealDisagreement[] = [
  {
    server: 'firecrawl-mcp',
    version: '2.0.2',
    tools: ['firecrawl_map'],
    redocly: 'breaking',
    why: 'Two optional properties went from an open input, and a new one came. It takes one for the other under a new name and type. What is sent under the old name is accepted still, and ignored.',
  },
  {
    server: '@notionhq/notion-mcp-server',
    version: '2.2.1',
    tools: [
      'API-create-a-comment',
      'API-create-a-data-source',
      'API-delete-a-block',
      'API-get-block-children',
      'API-get-self',
      'API-get-user',
      'API-get-users',
      'API-list-data-source-templates',
      'API-patch-block-children',
      'API-patch-page',
      'API-post-search',
      'API-query-data-source',
      'API-retrieve-a-block',
      'API-retrieve-a-comment',
      'API-retrieve-a-data-source',
      'API-retrieve-a-database',
      'API-retrieve-a-page',
      'API-retrieve-a-page-property',
      'API-update-a-block',
      'API-update-a-data-source',
    ],
    redocly: 'breaking',
    why: 'Every tool carries all definitions. Some of them changed, and these tools do not refer to them.',
  },
  {
    server: '@notionhq/notion-mcp-server',
    version: '2.4.0',
    tools: [
      'API-create-a-comment',
      'API-create-a-data-source',
      'API-move-page',
      'API-patch-block-children',
      'API-patch-page',
      'API-post-page',
      'API-post-search',
      'API-query-data-source',
      'API-update-a-block',
      'API-update-a-data-source',
    ],
    redocly: 'breaking',
    why: 'A schema became an `anyOf` of itself and a string. It sees a new `anyOf`, not what is in it.',
  },
  {
    server: '@modelcontextprotocol/server-github',
    version: '2025.4.8',
    tools: ['create_pull_request_review'],
    redocly: 'breaking',
    why: 'The schema of an item became an `anyOf` of itself and another. It sees a new `anyOf`, not what is in it.',
  },
];

/** Whether a row of the table is about a tool. */
export function isAboutTool(row: RealDisagreement, tool: ChangedTool): boolean {
  return (
    row.server === tool.server &&
    row.version === tool.version &&
    row.tools.includes(tool.after.name)
  );
}
