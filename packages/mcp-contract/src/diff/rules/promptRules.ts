import type { ChangeRule } from '../rule';

const ONLY_LOOKS = 'People see it; no request depends on it.';

/** What changes of a prompt mean. */
export const PROMPT_RULES: readonly ChangeRule[] = [
  {
    id: 'prompt-removed',
    class: 'breaking',
    title: 'Prompt removed or renamed',
    why: 'Whoever asks for it by its name gets an error.',
  },
  {
    id: 'prompt-added',
    class: 'additive',
    title: 'Prompt added',
    why: 'Nobody has to ask for it.',
  },
  {
    id: 'prompt-title-changed',
    class: 'cosmetic',
    title: "Prompt's title changed",
    why: ONLY_LOOKS,
  },
  {
    id: 'prompt-description-changed',
    class: 'behavioural',
    title: "Prompt's description changed",
    why: 'People and models choose by it.',
  },
  {
    id: 'prompt-icons-changed',
    class: 'cosmetic',
    title: "Prompt's icons changed",
    why: ONLY_LOOKS,
  },
  {
    id: 'prompt-argument-added-required',
    class: 'breaking',
    title: 'Required argument added to a prompt',
    why: 'A request without it, which was complete before, fails.',
  },
  {
    id: 'prompt-argument-added',
    class: 'additive',
    title: 'Optional argument added to a prompt',
    why: 'Nobody has to give it.',
  },
  {
    id: 'prompt-argument-made-required',
    class: 'breaking',
    title: "Prompt's argument made required",
    why: 'A request without it, which was complete before, fails.',
  },
  {
    id: 'prompt-argument-made-optional',
    class: 'additive',
    title: "Prompt's argument made optional",
    why: 'Whoever gives it may go on doing so.',
  },
  {
    id: 'prompt-argument-removed',
    class: 'behavioural',
    title: "Prompt's argument removed",
    why: 'MCP does not say that an unknown argument is refused: it may be ignored without a word.',
  },
  {
    id: 'prompt-argument-title-changed',
    class: 'cosmetic',
    title: "Title of a prompt's argument changed",
    why: ONLY_LOOKS,
  },
  {
    id: 'prompt-argument-description-changed',
    class: 'behavioural',
    title: "Description of a prompt's argument changed",
    why: 'It says what to put there.',
  },
];
