import { InputError } from '@backstage/errors';

import { isObject, type JsonObject } from './json';
import { OPENAPI_LIMITS } from './limits';
import { plainCopy } from './plainCopy';
import { readYaml } from './readYaml';

/** An OpenAPI document as it was written, as plain JSON. */
export interface ParsedDocument {
  document: JsonObject;
  /** How many values it has. */
  values: number;
}

/**
 * Reads JSON or YAML.
 * @throws InputError that says what is wrong, and where.
 */
export async function parseDocument(text: string): Promise<ParsedDocument> {
  const isJson = /^\s*\{/.test(text);
  refuseTooLarge(text, isJson);
  const { value, values } = plainCopy(
    isJson ? readJson(text) : await readYaml(text),
  );
  if (!isObject(value)) {
    throw new InputError(
      'This is no OpenAPI document: it should be a JSON or YAML object that begins with "openapi" or "swagger".',
    );
  }
  return { document: value, values };
}

function refuseTooLarge(text: string, isJson: boolean): void {
  const limit = isJson
    ? OPENAPI_LIMITS.maxDocumentBytes
    : OPENAPI_LIMITS.maxYamlBytes;
  const size = Buffer.byteLength(text);
  if (size > limit) {
    throw new InputError(
      `The OpenAPI document has ${size} bytes; at most ${limit} are read${
        isJson ? '' : ' of YAML'
      }. Cut it down to the operations that you need${
        isJson ? '' : ', or convert it to JSON'
      }.`,
    );
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The OpenAPI document begins like JSON, but is none: ${reasonOf(error)}`,
    );
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0].slice(0, 300);
}
