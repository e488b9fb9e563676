import { InputError } from '@backstage/errors';
import type { OpenApiPlan } from '@mcp-portal/plugin-mcp-templates-node';

import { withoutStack } from '../../problems';
import { codeNames } from './code/names';
import type { ChosenTool } from './code/toolFile';

const NAMED = 5;

/**
 * The tools of the chosen operations, in the document's order.
 *
 * @throws InputError naming the operations that are not there or that no tool
 *   can be made of, with why
 */
export function chooseTools(
  { reading, requests }: OpenApiPlan,
  chosen: readonly string[],
): ChosenTool[] {
  const byId = new Map(
    reading.operations.map(operation => [operation.id, operation]),
  );
  const faults = [...new Set(chosen)].flatMap(id => {
    const operation = byId.get(id);
    if (operation?.tool) {
      return [];
    }
    return [
      operation
        ? `${id}: ${operation.problems.join(' ')}`
        : `${id} is not in the document`,
    ];
  });
  if (faults.length > 0) {
    const more = faults.length - NAMED;
    throw withoutStack(
      new InputError(
        `No tool can be made of ${faults.slice(0, NAMED).join('; ')}${
          more > 0 ? `; and ${more} more` : ''
        }. Choose other operations, such as "${
          reading.operations.find(({ tool }) => tool)?.id ?? 'none is possible'
        }".`,
      ),
    );
  }
  const wanted = reading.operations.filter(({ id }) => chosen.includes(id));
  const names = codeNames(wanted.map(({ tool }) => tool!.name));
  return wanted.map(({ id, tool, deprecated }, index) => ({
    tool: tool!,
    request: requests.get(id)!,
    names: names[index],
    deprecated,
  }));
}
