import type {
  AttemptOutcome,
  HealthLevel,
} from '@mcp-portal/plugin-mcp-registry-common';

/** How each outcome of an attempt is said. */
export const OUTCOMES: Record<
  AttemptOutcome,
  { word: string; level: HealthLevel }
> = {
  ok: { word: 'Answered', level: 'good' },
  refused: { word: 'Not allowed by the rules', level: 'unknown' },
  unreachable: { word: 'Unreachable', level: 'problem' },
  unauthorized: { word: 'Wants a credential', level: 'attention' },
  timeout: { word: 'Took too long', level: 'problem' },
  'protocol-error': { word: 'Did not speak MCP', level: 'problem' },
  'too-large': { word: 'Sent too much', level: 'problem' },
  'invalid-contract': { word: 'Invalid contract', level: 'problem' },
  crashed: { word: 'Ended midway', level: 'problem' },
};
