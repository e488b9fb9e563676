import type { AskedInput, StdioTarget } from '../ConnectTarget';
import type { Client } from './Client';
import { asJson, writeArguments, writeEnvironment } from './jsonSnippet';

/** `.vscode/mcp.json`; VS Code asks for `inputs` and keeps them safe. */
export const vsCode: Client = {
  id: 'vs-code',
  name: 'VS Code',
  file: '.vscode/mcp.json',
  snippet: (name, target) => {
    if (target.kind !== 'stdio') {
      return {
        text: asJson({
          servers: {
            [name]: {
              type: target.kind === 'sse' ? 'sse' : 'http',
              url: target.url,
            },
          },
        }),
        notes: [],
      };
    }
    const inputs = askedInputs(target);
    const reference = (input: AskedInput) => `\${input:${input.name}}`;
    return {
      text: asJson({
        ...(inputs.length > 0 ? { inputs: inputs.map(promptFor) } : {}),
        servers: {
          [name]: {
            type: 'stdio',
            command: target.command,
            args: writeArguments(target.args, reference),
            ...writeEnvironment(target.env, reference),
          },
        },
      }),
      notes:
        inputs.length > 0
          ? ['VS Code asks for the inputs at the first start and keeps them.']
          : [],
    };
  },
};

function askedInputs(target: StdioTarget): AskedInput[] {
  const inputs = [
    ...target.args.flatMap(argument =>
      typeof argument === 'string' ? [] : [argument.input],
    ),
    ...target.env.flatMap(variable =>
      'input' in variable ? [variable.input] : [],
    ),
  ];
  return inputs.filter(
    (input, index) =>
      inputs.findIndex(other => other.name === input.name) === index,
  );
}

function promptFor(input: AskedInput) {
  return {
    type: 'promptString',
    id: input.name,
    description: input.description ?? input.name,
    ...(input.secret ? { password: true } : {}),
  };
}
