import type {
  OpenApiOperation,
  OpenApiReading,
} from '@mcp-portal/plugin-mcp-templates-common';

/** Whether an operation can be chosen: a tool can be made of it. */
export function isUsable(operation: OpenApiOperation): boolean {
  return operation.tool !== undefined;
}

/**
 * What is chosen before anybody chose: all that is usable and not on its way
 * out; nothing, where that would be more than allowed.
 */
export function firstChoice(reading: OpenApiReading, max: number): string[] {
  const ids = reading.operations
    .filter(one => isUsable(one) && !one.deprecated)
    .map(({ id }) => id);
  return ids.length <= max ? ids : [];
}

/** The operations that have all words of a search, in any of their texts. */
export function searchOperations(
  operations: OpenApiOperation[],
  search: string,
): OpenApiOperation[] {
  const words = search.toLocaleLowerCase('en-US').split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return operations;
  }
  return operations.filter(one => {
    const text = [one.id, one.summary, one.tool?.name ?? '', ...one.tags]
      .join(' ')
      .toLocaleLowerCase('en-US');
    return words.every(word => text.includes(word));
  });
}

/** A choice with some operations put in or out, in the document's order. */
export function chooseOperations(options: {
  reading: OpenApiReading;
  chosen: string[];
  put: OpenApiOperation[];
  choose: (operation: OpenApiOperation) => boolean;
}): string[] {
  const chosen = new Set(options.chosen);
  for (const operation of options.put) {
    if (isUsable(operation) && options.choose(operation)) {
      chosen.add(operation.id);
    } else {
      chosen.delete(operation.id);
    }
  }
  return options.reading.operations
    .map(({ id }) => id)
    .filter(id => chosen.has(id));
}
