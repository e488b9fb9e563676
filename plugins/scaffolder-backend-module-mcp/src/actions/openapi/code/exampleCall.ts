import { exampleFor, type JsonValue } from '@mcp-portal/mcp-contract';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

import { type ExpectedRequest, expectedRequest } from './expectedRequest';
import type { PatternBudget } from './PatternBudget';
import type { ChosenTool } from './toolFile';

type Schema = { [keyword: string]: unknown };
type Value = { [name: string]: JsonValue };

/** One call of a tool, as the generated tests try it. */
export interface ExampleCall {
  tool: string;
  input: Value;
  /** What the API should see. */
  request: ExpectedRequest;
  /** What the API sends; absent for a response without a body. */
  response?: JsonValue;
  /** What the tool should answer. */
  output: Value;
}

/**
 * Makes a call of what the schemas themselves offer. Undefined where they ask
 * for more than an example can guess, such as a pattern.
 */
export function exampleCall(
  { tool, request }: ChosenTool,
  patterns: PatternBudget,
): ExampleCall | undefined {
  const input = exampleOf(tool.inputSchema, patterns);
  const output = exampleOf(tool.outputSchema ?? {}, patterns);
  if (!input || !output) {
    return undefined;
  }
  const call = {
    tool: tool.name,
    input,
    request: expectedRequest(request, input),
  };
  switch (request.answer) {
    case 'status':
      return { ...call, output: { status: 204 } };
    case 'object':
      return { ...call, response: output, output };
    default:
      return { ...call, response: output[request.answer], output };
  }
}

/** With all properties of the root or, where they don't go together, fewer. */
function exampleOf(schema: Schema, patterns: PatternBudget): Value | undefined {
  const properties = Object.entries((schema.properties ?? {}) as Schema);
  const whole = Object.fromEntries(
    properties.map(([name, property]) => [
      name,
      exampleFor({ ...(property as object), $defs: schema.$defs } as never),
    ]),
  );
  const least = exampleFor(schema as never) as Value;
  try {
    const isValid = validatorOf(schema, patterns);
    return [whole, least].find(example => isValid(example));
  } catch {
    // A schema can refer to nothing but itself, which no value settles.
    return undefined;
  }
}

/** A validator of its own: a shared one would keep every schema for good. */
function validatorOf(schema: Schema, patterns: PatternBudget) {
  const engine = (pattern: string, flags: string) => ({
    test: (text: string) => patterns.test(pattern, flags, text),
  });
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    logger: false,
    code: { regExp: Object.assign(engine, { code: '' }) },
  });
  addFormats(ajv as never);
  return ajv.compile(schema);
}
