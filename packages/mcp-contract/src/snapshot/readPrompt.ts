import { compareCodeUnits } from '../canonical/writeCanonicalJson';
import type { ContractPrompt, ContractPromptArgument } from './contract';
import { type Fields, present, refuseDuplicates } from './fields';
import { readIcons } from './readIcons';

/** `_meta` is left out: see the README. */
export function readPrompt(fields: Fields): ContractPrompt {
  return present({
    name: fields.identifier('name'),
    title: fields.string('title'),
    description: fields.string('description'),
    arguments: readArguments(fields),
    icons: readIcons(fields),
  });
}

// Arguments are passed by name (MCP, prompts/get), so their order is no promise.
function readArguments(fields: Fields): ContractPromptArgument[] | undefined {
  const items = fields.objects('arguments');
  if (!items || items.length === 0) {
    return undefined;
  }
  refuseDuplicates(items, 'name');
  return items
    .map(item =>
      present({
        name: item.identifier('name'),
        title: item.string('title'),
        description: item.string('description'),
        required: item.boolean('required') || undefined,
      }),
    )
    .sort((a, b) => compareCodeUnits(a.name, b.name));
}
