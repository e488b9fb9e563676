import type { IdleKind } from '@mcp-portal/plugin-mcp-cost-common';

export const IDLE_KINDS: readonly IdleKind[] = [
  'server',
  'agent',
  'key',
  'hosting',
];

/** What each kind is called, and what is wrong with it. */
export const IDLE_WORDS: Record<IdleKind, { word: string; meaning: string }> = {
  server: { word: 'Server', meaning: 'No agent has called it' },
  agent: { word: 'Agent', meaning: 'It has gone silent' },
  key: { word: 'Service key', meaning: 'Nobody has used it' },
  hosting: { word: 'Hosting', meaning: 'It is paid for and not used' },
};
