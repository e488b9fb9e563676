import { defineConvention, oneOutcome } from '../CheckedConvention';

/** That the list of tools does not fill a model's context. */
export const toolListSize = defineConvention({
  convention: {
    id: 'tool-list-size',
    title: 'The list of tools is small',
    severity: 'warning',
    why: 'A model reads all of it with each request: it costs money, and space for the task itself.',
    fix: 'Shorten descriptions, drop tools that nobody calls, or split the server in two.',
    options: { maxTokens: 10_000 },
  },
  check({ toolListTokens }, { maxTokens }) {
    return toolListTokens === undefined
      ? { skipped: 'The tokens of its list of tools were not counted.' }
      : oneOutcome(
          toolListTokens <= maxTokens
            ? undefined
            : `A model reads ${toolListTokens} tokens to load the list of tools; at most ${maxTokens} are wanted.`,
        );
  },
});
