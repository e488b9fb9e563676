import { quote } from '../../diff/quote';
import type { ContractTool } from '../../snapshot/contract';
import { defineConvention } from '../CheckedConvention';
import { parametersOf } from '../parameters';

/** That each parameter says what to put there. */
export const parameterDescribed = defineConvention({
  convention: {
    id: 'parameter-described',
    title: 'Every parameter is described',
    severity: 'warning',
    why: 'A model fills in what it understands; without a description it guesses from the name.',
    fix: 'Give the property in `inputSchema` a `description` with its meaning, format and an example.',
    options: { minLength: 1 },
  },
  check({ contract: { tools } }, { minLength }) {
    const places = tools.flatMap(tool => placesOf(tool));
    if (places.length === 0) {
      return { skipped: 'No tool of the server takes parameters.' };
    }
    const broken = places
      .filter(({ text }) => text.length === 0 || text.length < minLength)
      .map(({ tool, name, pointer, text }) => ({
        tool,
        pointer,
        message: `The parameter ${quote(name)} of the tool ${quote(tool)} ${
          text === ''
            ? 'has no description'
            : `is described in ${text.length} characters; at least ${minLength} are wanted`
        }.`,
      }));
    return { checked: places.length, broken };
  },
});

function placesOf({ name: tool, inputSchema }: ContractTool) {
  return parametersOf(inputSchema).map(({ name, pointer, description }) => ({
    tool,
    name,
    pointer: `/inputSchema${pointer}`,
    text: description.trim(),
  }));
}
