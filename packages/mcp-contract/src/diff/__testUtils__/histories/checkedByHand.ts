import type { Verdict } from '../../change';

/** Two successive versions whose contracts were read. */
export interface CheckedComparison {
  name: string;
  from: string;
  to: string;
  /** What the person found, whatever the tool says. */
  verdict: Verdict;
  why: string;
  /** Names of all tools in which something breaks; left out where it is nearly all of them. */
  brokenTools?: string[];
}

type Row = [
  from: string,
  to: string,
  verdict: Verdict,
  why: string,
  brokenTools?: string[],
];

const CHECKED: Record<string, Row[]> = {
  '@modelcontextprotocol/server-everything': [
    ['2025.4.8', '2025.4.28', 'additive', 'offers completions'],
    [
      '2025.8.18',
      '2025.9.12',
      'breaking',
      '`startElicitation` is gone for a client that can’t elicit; others still see it',
      ['startElicitation'],
    ],
    ['2025.9.25', '2025.11.25', 'additive', 'a tool added'],
    [
      '2025.12.18',
      '2026.1.14',
      'breaking',
      'nearly every tool and prompt has a new name, all 100 resources are gone',
    ],
    [
      '2026.1.26',
      '2026.7.4',
      'additive',
      'closed inputs are open now; the rest are hints towards safer and a description that went',
    ],
  ],
  '@modelcontextprotocol/server-filesystem': [
    ['0.6.2', '2025.1.14', 'additive', 'two tools and an optional property'],
    ['2025.3.28', '2025.7.1', 'additive', 'a tool and two optional properties'],
    ['2025.7.29', '2025.8.18', 'behavioural', 'a description'],
    [
      '2025.8.21',
      '2025.11.25',
      'breaking',
      'among fourteen output schemas, open inputs and hints: `paths` must not be empty any more',
      ['read_multiple_files'],
    ],
    [
      '2026.1.14',
      '2026.7.4',
      'behavioural',
      '`move_file` no longer says that it destroys nothing',
    ],
    [
      '2026.7.4',
      '2026.7.10',
      'breaking',
      'an item of the output may now be a resource, with other properties',
      ['read_media_file'],
    ],
  ],
  '@modelcontextprotocol/server-sequential-thinking': [
    [
      '2025.7.1',
      '2025.11.25',
      'breaking',
      'four integers may be no more than 2^53−1: by the letter, no caller will notice',
      ['sequentialthinking'],
    ],
    [
      '2026.7.4',
      '2026.8.31',
      'additive',
      'three booleans may be sent as text too',
    ],
  ],
  '@modelcontextprotocol/server-memory': [
    ['2025.8.4', '2025.9.25', 'breaking', 'all nine inputs closed'],
    [
      '2026.1.26',
      '2026.7.4',
      'additive',
      'a resource; the rest are hints towards safer',
    ],
  ],
  '@modelcontextprotocol/server-github': [
    [
      '2025.3.28',
      '2025.4.8',
      'additive',
      'a comment may name a line in place of a position',
    ],
  ],
  '@upstash/context7-mcp': [
    [
      '1.0.0',
      '1.0.7',
      'breaking',
      'both tools renamed, and their arguments with them',
      ['get-library-documentation', 'list-available-docs'],
    ],
    ['1.0.8', '1.0.13', 'behavioural', 'descriptions'],
    ['1.0.14', '1.0.15', 'cosmetic', 'titles'],
    [
      '1.0.27',
      '1.0.30',
      'breaking',
      '`tokens` removed from a closed input',
      ['get-library-docs'],
    ],
    [
      '1.0.33',
      '2.0.0',
      'breaking',
      'a tool removed, `query` required in the other',
      ['get-library-docs', 'resolve-library-id'],
    ],
    ['2.1.0', '2.1.1', 'additive', 'both inputs open now'],
    [
      '2.2.1',
      '2.2.2',
      'behavioural',
      '`researchMode` removed from an open input: still accepted, and ignored',
    ],
    ['3.1.0', '3.2.0', 'additive', 'prompts and resources offered'],
  ],
  '@playwright/mcp': [
    [
      '0.0.9',
      '0.0.10',
      'breaking',
      'four tools removed',
      [
        'browser_choose_file',
        'browser_go_back',
        'browser_go_forward',
        'browser_save_as_pdf',
      ],
    ],
    ['0.0.10', '0.0.14', 'breaking', 'a resource removed', []],
    ['0.0.15', '0.0.18', 'breaking', 'resources no longer offered', []],
    ['0.0.29', '0.0.30', 'additive', 'an optional property in a closed input'],
    [
      '0.0.32',
      '0.0.33',
      'breaking',
      '`raw` removed from a closed input',
      ['browser_take_screenshot'],
    ],
    ['0.0.37', '0.0.38', 'additive', '`paths` is optional now'],
    [
      '0.0.41',
      '0.0.42',
      'behavioural',
      'four tools no longer say that they only read',
    ],
    [
      '0.0.56',
      '0.0.57',
      'breaking',
      'three properties with a default are required now',
      [
        'browser_console_messages',
        'browser_network_requests',
        'browser_take_screenshot',
      ],
    ],
    [
      '0.0.78',
      '0.0.79',
      'additive',
      'a value more in an enum, and its property optional again',
    ],
  ],
  'chrome-devtools-mcp': [
    ['0.10.1', '0.10.2', 'additive', 'a value more in an enum of items'],
    [
      '0.17.3',
      '0.18.0',
      'breaking',
      '`text` is a list now, a single text is refused',
      ['wait_for'],
    ],
    ['0.18.0', '0.18.1', 'additive', 'a pattern removed'],
    ['0.26.0', '1.0.1', 'additive', 'closed inputs are open now'],
    [
      '1.5.0',
      '1.6.0',
      'breaking',
      'an enum has `dismiss` in place of `decline`',
      ['navigate_page'],
    ],
    ['1.7.0', '1.8.0', 'breaking', '`pageId` required in 24 tools'],
    ['1.10.1', '1.11.0', 'breaking', 'open inputs are closed now'],
  ],
  '@notionhq/notion-mcp-server': [
    ['1.8.1', '1.9.0', 'behavioural', 'descriptions'],
    [
      '2.0.0',
      '2.1.0',
      'additive',
      'a tool, and two closed objects that are open now',
    ],
    [
      '2.1.0',
      '2.2.1',
      'breaking',
      'a `parent` with another `type` than `workspace`, and without an id, is refused now; in 20 other tools the same definition changed, and is not used',
      ['API-move-page', 'API-post-page'],
    ],
    [
      '2.2.1',
      '2.4.0',
      'additive',
      'objects may be sent as text too; a property removed from open inputs',
    ],
  ],
  'firecrawl-mcp': [
    [
      '1.12.0',
      '2.0.2',
      'breaking',
      'two tools removed, `location` is a text now; that `screenshot@fullPage` is no format any more is only said to be undecided',
      [
        'firecrawl_crawl',
        'firecrawl_deep_research',
        'firecrawl_generate_llmstxt',
        'firecrawl_scrape',
        'firecrawl_search',
      ],
    ],
    ['3.1.13', '3.3.5', 'additive', 'optional properties in closed inputs'],
    ['3.3.5', '3.5.2', 'breaking', 'the same removed again, inputs closed'],
    [
      '3.15.0',
      '3.20.0',
      'breaking',
      'four tools removed; that a pattern gave its length to `maxLength` changes nothing, which the tool can’t tell',
      [
        'firecrawl_browser_create',
        'firecrawl_browser_delete',
        'firecrawl_browser_execute',
        'firecrawl_browser_list',
        'firecrawl_search',
      ],
    ],
    [
      '3.22.2',
      '3.22.3',
      'breaking',
      '`webhookHeaders` may have no entry any more: a change of the schema writer, published as a patch',
    ],
    ['3.22.3', '3.22.4', 'additive', 'an optional property'],
    [
      '3.25.2',
      '3.25.3',
      'breaking',
      'a value less in an enum of items',
      ['firecrawl_search'],
    ],
  ],
  'tavily-mcp': [
    ['0.2.8', '0.2.9', 'additive', 'optional properties'],
    [
      '0.2.9',
      '0.2.10',
      'behavioural',
      'another default; `categories` removed from open inputs',
    ],
    ['0.2.10', '0.2.12', 'additive', 'values more in an enum, a property'],
    [
      '0.2.12',
      '0.2.15',
      'breaking',
      'every tool renamed, `-` to `_`',
      ['tavily-crawl', 'tavily-extract', 'tavily-map', 'tavily-search'],
    ],
  ],
  '@wonderwhy-er/desktop-commander': [
    [
      '0.2.0',
      '0.2.3',
      'breaking',
      '`timeout_ms` is required now',
      ['execute_command'],
    ],
    [
      '0.2.12',
      '0.2.13',
      'breaking',
      '`value` is required now, and may no longer be an object',
      ['set_config_value'],
    ],
    ['0.2.15', '0.2.16', 'cosmetic', 'hints towards safer'],
    ['0.2.16', '0.2.17', 'additive', 'a tool and an optional property'],
  ],
  '@supabase/mcp-server-supabase': [
    ['0.3.5', '0.3.6', 'additive', 'two tools'],
    ['0.3.6', '0.4.0', 'behavioural', 'a default given'],
  ],
};

/** Judged by reading both contracts; most before the tool's own answer was seen. */
export const CHECKED_BY_HAND: CheckedComparison[] = Object.entries(
  CHECKED,
).flatMap(([name, rows]) =>
  rows.map(([from, to, verdict, why, brokenTools]) => ({
    name,
    from,
    to,
    verdict,
    why,
    ...(brokenTools && { brokenTools }),
  })),
);
