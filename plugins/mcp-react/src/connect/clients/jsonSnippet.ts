import type {
  Argument,
  AskedInput,
  EnvironmentVariable,
} from '../ConnectTarget';

/** JSON as people write it: a short list of texts stays on one line. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /\[\n\s+("(?:[^"\\]|\\.)*"(?:,\n\s+"(?:[^"\\]|\\.)*")*)\n\s+\]/g,
    (list, items: string) => {
      const line = `[${items.replace(/,\n\s+/g, ', ')}]`;
      return line.length <= 100 ? line : list;
    },
  );
}

/** How a client writes a value that it takes from somewhere else. */
export type Reference = (input: AskedInput) => string;

export function writeArguments(
  args: Argument[],
  reference: Reference = placeholder,
): string[] {
  return args.map(argument =>
    typeof argument === 'string'
      ? argument
      : `${argument.prefix}${reference(argument.input)}`,
  );
}

export function writeEnvironment(
  env: EnvironmentVariable[],
  reference: Reference,
): { env?: Record<string, string> } {
  return env.length === 0
    ? {}
    : {
        env: Object.fromEntries(
          env.map(variable => [
            variable.name,
            'input' in variable ? reference(variable.input) : variable.value,
          ]),
        ),
      };
}

/** What a person replaces by hand. */
export function placeholder(input: AskedInput): string {
  return `<${input.name}>`;
}

/** What the person has to do before it works. */
export function todo(args: Argument[], env: EnvironmentVariable[]): string[] {
  return [
    ...args.flatMap(argument =>
      typeof argument === 'string'
        ? []
        : [`Replace ${placeholder(argument.input)}${meaning(argument.input)}.`],
    ),
    ...env.flatMap(variable =>
      'input' in variable
        ? [
            `Set ${
              variable.name
            } in the environment that the client starts in${meaning(
              variable.input,
            )}.`,
          ]
        : [],
    ),
  ];
}

function meaning(input: AskedInput): string {
  return input.description ? `: ${input.description.replace(/\.$/, '')}` : '';
}
