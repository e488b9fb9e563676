import type { Argument, EnvironmentVariable } from './ConnectTarget';

/** What an `Input` of a `server.json` may hold; nothing of it is certain. */
type Declared = Record<string, unknown>;

/** `packageArguments` or `runtimeArguments` of a `server.json` package. */
export function readArguments(declared: unknown): {
  args: Argument[];
  notes: string[];
} {
  const args: Argument[] = [];
  const notes: string[] = [];
  for (const entry of records(declared)) {
    const flag = entry.type === 'named' ? text(entry.name) : undefined;
    const name = flag ?? text(entry.valueHint) ?? 'value';
    const value = fixedValue(entry);
    const prefix = flag ? `${flag}=` : '';
    if (value !== undefined) {
      args.push(`${prefix}${value}`);
    } else if (flag && !hasValue(entry)) {
      args.push(flag);
    } else if (entry.isRequired === false) {
      notes.push(`Left out the optional argument ${name}${describe(entry)}.`);
    } else {
      args.push({ prefix, input: askedInput(name.replace(/^-+/, ''), entry) });
    }
  }
  return { args, notes };
}

/** `environmentVariables` of a `server.json` package. */
export function readEnvironment(declared: unknown): {
  env: EnvironmentVariable[];
  notes: string[];
} {
  const env: EnvironmentVariable[] = [];
  const notes: string[] = [];
  for (const entry of records(declared)) {
    const name = text(entry.name);
    if (!name) {
      continue;
    }
    const value = fixedValue(entry);
    if (value !== undefined && entry.isSecret !== true) {
      env.push({ name, value });
    } else if (entry.isRequired || entry.isSecret) {
      env.push({ name, input: askedInput(name, entry) });
    } else {
      notes.push(`Left out the optional variable ${name}${describe(entry)}.`);
    }
  }
  return { env, notes };
}

/** The value that needs no asking: fixed, or the default. */
function fixedValue(entry: Declared): string | undefined {
  const value = text(entry.value);
  // `{name}` inside a value stands for something that is asked for.
  return value !== undefined && /\{[^}]+\}/.test(value)
    ? undefined
    : value ?? text(entry.default);
}

function hasValue(entry: Declared): boolean {
  return ['value', 'valueHint', 'format', 'placeholder', 'choices'].some(
    field => entry[field] !== undefined,
  );
}

function askedInput(name: string, entry: Declared) {
  return {
    name,
    description: text(entry.description),
    secret: entry.isSecret === true,
  };
}

function describe(entry: Declared): string {
  const description = text(entry.description);
  return description ? ` (${description.replace(/\.$/, '')})` : '';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function records(value: unknown): Declared[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'object' && item !== null)
    : [];
}
