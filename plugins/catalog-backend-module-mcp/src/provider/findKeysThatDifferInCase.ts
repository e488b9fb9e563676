/**
 * The paths in a value that are the same but for upper and lower case. The
 * catalog's search index lower-cases paths, leaves out list positions, and
 * refuses the whole entity when two of them meet.
 */
export function findKeysThatDifferInCase(root: unknown): string[] {
  const paths = new Map<string, string>();
  const doubled: string[] = [];
  const visit = (path: string, value: unknown) => {
    if (Array.isArray(value)) {
      value.forEach(item => visit(path, item));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const childPath = path ? `${path}.${key}` : key;
        const folded = childPath.toLocaleLowerCase('en-US');
        const known = paths.get(folded) ?? childPath;
        if (known !== childPath) {
          doubled.push(childPath);
        }
        paths.set(folded, known);
        visit(childPath, child);
      }
    }
  };
  visit('', root);
  return doubled;
}
