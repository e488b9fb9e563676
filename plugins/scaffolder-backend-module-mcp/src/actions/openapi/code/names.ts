/** Names of files that every project has beside its tools. */
const TAKEN = ['index', 'answer', 'toolcontext'];

/** What a tool is called in code. */
export interface CodeNames {
  /** Of its file, without `.ts`. */
  file: string;
  /** Of the function that registers it. */
  register: string;
}

/** `list_invoices` is `listInvoices`, registered by `registerListInvoices`. */
export function codeNames(toolNames: readonly string[]): CodeNames[] {
  // Some file systems take two names that differ in case for one.
  const taken = new Set(TAKEN);
  return toolNames.map(toolName => {
    const wanted = camelCase(toolName);
    let file = wanted;
    for (let count = 2; taken.has(file.toLowerCase()); count++) {
      file = `${wanted}${count}`;
    }
    taken.add(file.toLowerCase());
    return {
      file,
      register: `register${file.charAt(0).toUpperCase()}${file.slice(1)}`,
    };
  });
}

function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_whole, letter: string) =>
    letter.toUpperCase(),
  );
}
