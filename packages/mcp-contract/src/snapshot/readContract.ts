import type { JsonValue } from '../canonical/JsonValue';
import { compareCodeUnits } from '../canonical/writeCanonicalJson';
import type { Contract } from './contract';
import { Fields, present, refuseDuplicates } from './fields';
import { readCapabilities } from './readCapabilities';
import { readPrompt } from './readPrompt';
import { readResource, readResourceTemplate } from './readResource';
import { readTool } from './readTool';

/**
 * Reads what a client got into canonical form. What the fields are, and which
 * are left out, the README says field by field.
 */
export function readContract(value: JsonValue): Contract {
  const fields = new Fields(value, []);
  return present({
    tools: readAll(fields.objects('tools'), 'name', readTool),
    prompts: readAll(fields.objects('prompts'), 'name', readPrompt),
    resources: readAll(fields.objects('resources'), 'uri', readResource),
    resourceTemplates: readAll(
      fields.objects('resourceTemplates'),
      'uriTemplate',
      readResourceTemplate,
    ),
    capabilities: readCapabilities(fields),
    instructions: fields.string('instructions'),
  });
}

function readAll<K extends string, T extends { [key in K]: string }>(
  items: Fields[] | undefined,
  key: K,
  read: (fields: Fields) => T,
): T[] {
  const results = (items ?? []).map(read);
  refuseDuplicates(items ?? [], key);
  return results.sort((a, b) => compareCodeUnits(a[key], b[key]));
}
