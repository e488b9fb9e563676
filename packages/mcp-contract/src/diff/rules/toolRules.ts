import type { ChangeRule } from '../rule';

const STEERS =
  'A model reads it to decide when and how to call: what is accepted stays the same, what is called may not.';
const ONLY_LOOKS = 'People see it; no call depends on it.';

/** What changes of a tool mean, outside of its schemas. */
export const TOOL_RULES: readonly ChangeRule[] = [
  {
    id: 'tool-removed',
    class: 'breaking',
    title: 'Tool removed or renamed',
    why: 'Whoever calls it by its name gets an error.',
  },
  {
    id: 'tool-added',
    class: 'additive',
    title: 'Tool added',
    why: 'Nobody has to call it.',
  },
  {
    id: 'tool-title-changed',
    class: 'cosmetic',
    title: "Tool's title changed",
    why: ONLY_LOOKS,
  },
  {
    id: 'tool-description-changed',
    class: 'behavioural',
    title: "Tool's description changed",
    why: STEERS,
  },
  {
    id: 'tool-icons-changed',
    class: 'cosmetic',
    title: "Tool's icons changed",
    why: ONLY_LOOKS,
  },
  {
    id: 'tool-output-schema-added',
    class: 'additive',
    title: 'Output schema added',
    why: 'What is returned becomes a promise; nobody relied on one before.',
  },
  {
    id: 'tool-output-schema-removed',
    class: 'breaking',
    title: 'Output schema removed',
    why: 'Whoever reads the structured result has no promise left, and may get none.',
  },
];

const MORE_RISK =
  'Nothing is refused, but a client that asks people before risky calls may ask now, and one that does not should know.';
const LESS_RISK = 'Whoever was careful stays safe.';

/** What changes of a tool's hints mean, the defaults of MCP included. */
export const ANNOTATION_RULES: readonly ChangeRule[] = [
  {
    id: 'annotation-read-only-lost',
    class: 'behavioural',
    title: '`readOnlyHint` from true to false',
    why: MORE_RISK,
  },
  {
    id: 'annotation-read-only-gained',
    class: 'cosmetic',
    title: '`readOnlyHint` from false to true',
    why: LESS_RISK,
  },
  {
    id: 'annotation-destructive-gained',
    class: 'behavioural',
    title: '`destructiveHint` from false to true',
    why: MORE_RISK,
  },
  {
    id: 'annotation-destructive-lost',
    class: 'cosmetic',
    title: '`destructiveHint` from true to false',
    why: LESS_RISK,
  },
  {
    id: 'annotation-idempotent-lost',
    class: 'behavioural',
    title: '`idempotentHint` from true to false',
    why: 'Nothing is refused, but a client that repeats a failed call may do harm now.',
  },
  {
    id: 'annotation-idempotent-gained',
    class: 'cosmetic',
    title: '`idempotentHint` from false to true',
    why: LESS_RISK,
  },
  {
    id: 'annotation-open-world-gained',
    class: 'behavioural',
    title: '`openWorldHint` from false to true',
    why: MORE_RISK,
  },
  {
    id: 'annotation-open-world-lost',
    class: 'cosmetic',
    title: '`openWorldHint` from true to false',
    why: LESS_RISK,
  },
  {
    id: 'annotation-title-changed',
    class: 'cosmetic',
    title: "Title in the tool's annotations changed",
    why: ONLY_LOOKS,
  },
];
