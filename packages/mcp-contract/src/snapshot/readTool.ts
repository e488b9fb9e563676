import { canonicalSchema } from '../canonical/canonicalSchema';
import { ContractError, shorten, toPointer } from '../canonical/ContractError';
import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
} from '../canonical/JsonValue';
import type { ContractTool, ContractToolAnnotations } from './contract';
import { type Fields, present, shapeError } from './fields';
import { readIcons } from './readIcons';
import { TOOL_ANNOTATION_DEFAULTS } from './toolAnnotations';

// MCP 2026-07-28, tools: names.
const TOOL_NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** `_meta` and `execution` (2025-11-25 only) are left out: see the README. */
export function readTool(fields: Fields): ContractTool {
  return present({
    name: readName(fields),
    title: fields.string('title'),
    description: fields.string('description'),
    inputSchema: readInputSchema(fields),
    outputSchema: readOutputSchema(fields),
    annotations: readAnnotations(fields.object('annotations')),
    icons: readIcons(fields),
  });
}

function readName(fields: Fields): string {
  const name = fields.requiredString('name');
  if (!TOOL_NAME.test(name)) {
    throw new ContractError({
      code: 'invalid-name',
      path: toPointer(fields.at('name')),
      problem: `${JSON.stringify(shorten(name))} is not a tool name`,
      advice: 'Use 1 to 128 of the characters A-Z a-z 0-9 _ - .',
    });
  }
  return name;
}

// MCP 2026-07-28, tools: inputSchema's root is an object schema.
function readInputSchema(fields: Fields): JsonObject {
  const schema = fields.raw('inputSchema');
  const canonical = isJsonObject(schema) ? canonicalSchema(schema) : undefined;
  if (!isJsonObject(canonical) || !isObjectType(getOwn(canonical, 'type'))) {
    throw new ContractError({
      code: 'invalid-shape',
      path: toPointer(fields.at('inputSchema')),
      problem: `the input schema of ${fields.raw(
        'name',
      )} is not one of objects`,
      advice: 'Give its root "type": "object", also for a tool without input',
    });
  }
  return canonical;
}

/** A schema of an unknown dialect keeps its `["object"]`. */
function isObjectType(type: unknown): boolean {
  return (
    type === 'object' ||
    (Array.isArray(type) && type.length === 1 && type[0] === 'object')
  );
}

function readOutputSchema(fields: Fields): JsonSchema | undefined {
  const schema = fields.raw('outputSchema');
  if (schema === undefined) {
    return undefined;
  }
  if (typeof schema !== 'boolean' && !isJsonObject(schema)) {
    throw shapeError(
      fields.at('outputSchema'),
      `the output schema of ${fields.raw('name')} is not a JSON Schema`,
    );
  }
  return canonicalSchema(schema);
}

function readAnnotations(
  fields: Fields | undefined,
): ContractToolAnnotations | undefined {
  if (!fields) {
    return undefined;
  }
  const hint = (name: keyof typeof TOOL_ANNOTATION_DEFAULTS) => {
    const value = fields.boolean(name);
    return value === TOOL_ANNOTATION_DEFAULTS[name] ? undefined : value;
  };
  const annotations = present({
    title: fields.string('title'),
    readOnlyHint: hint('readOnlyHint'),
    destructiveHint: hint('destructiveHint'),
    idempotentHint: hint('idempotentHint'),
    openWorldHint: hint('openWorldHint'),
  });
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}
