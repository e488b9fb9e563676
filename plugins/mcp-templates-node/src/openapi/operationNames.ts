const MAX_LENGTH = 64;
/** More than a name can be made of; to look at more would only take time. */
const MAX_READ = 300;

/** What a tool's name is made of. */
export interface NamedOperation {
  method: string;
  path: string;
  operationId?: string;
}

/**
 * Names for tools: the operations' own ids in snake_case, or their method and
 * path. Unique, and the same whichever of the operations are chosen.
 */
export function operationNames(
  operations: readonly NamedOperation[],
): string[] {
  const taken = new Set<string>();
  return operations.map(operation => {
    const wanted = nameOf(operation);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) {
      const suffix = `_${count}`;
      name = `${cut(wanted, MAX_LENGTH - suffix.length)}${suffix}`;
    }
    taken.add(name);
    return name;
  });
}

function nameOf({ method, path, operationId }: NamedOperation): string {
  const byId = snakeCase((operationId ?? '').slice(0, MAX_READ));
  if (/^[a-z]/.test(byId)) {
    return cut(byId, MAX_LENGTH);
  }
  const words = path.replace(/\{([^}]*)\}/g, ' by $1 ');
  const name = snakeCase(`${method.toLowerCase()} ${words}`);
  return cut(name === method.toLowerCase() ? `${name}_root` : name, MAX_LENGTH);
}

function snakeCase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

function cut(name: string, maxLength: number): string {
  return name.slice(0, maxLength).replace(/_+$/, '');
}
