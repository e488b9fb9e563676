import type { Contract } from '../snapshot/contract';

/**
 * The list of tools as a client puts it before a model: the text of which
 * `toolListTokens` are the tokens. Whoever counts them with this text gets the
 * same number, with the same tokenizer.
 * @public
 */
export function toolListText({ tools }: Pick<Contract, 'tools'>): string {
  return JSON.stringify(
    tools.map(({ name, description, inputSchema }) => ({
      name,
      description,
      inputSchema,
    })),
  );
}
