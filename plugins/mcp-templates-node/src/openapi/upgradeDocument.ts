import SwaggerParser from '@apidevtools/swagger-parser';
import { InputError } from '@backstage/errors';
import { upgrade } from '@scalar/openapi-upgrader';

import { isObject, type JsonObject, textAt, valueAt } from './json';
import { MAX_CHECKED_VALUES } from './limits';
import { OpenApiDocument } from './OpenApiDocument';
import type { ParsedDocument } from './parseDocument';
import type { Problems } from './Problems';

const FORMATS = ['2.0', '3.0', '3.1'] as const;

/** A document of any supported format, as OpenAPI 3.1. */
export interface UpgradedDocument {
  /** Of the document as it came. */
  format: (typeof FORMATS)[number];
  document: OpenApiDocument;
}

/**
 * Checks a document against the specification that it names, and turns it into
 * OpenAPI 3.1. Real documents often break their specification in places that do
 * not matter here: that is told, and what can be read is read.
 *
 * @throws InputError for what is no OpenAPI document of a supported format.
 */
export async function upgradeDocument(
  { document, values }: ParsedDocument,
  problems: Problems,
): Promise<UpgradedDocument> {
  const format = formatOf(document);
  if (!isObject(valueAt(document, 'paths'))) {
    throw new InputError(
      'The OpenAPI document has no "paths", so it describes no operation that could become a tool.',
    );
  }
  const fault = await faultOf(document, values);
  if (fault) {
    problems.add(fault);
  }
  try {
    const upgraded = upgrade(document, '3.1') as unknown as JsonObject;
    return { format, document: new OpenApiDocument(upgraded) };
  } catch {
    throw new InputError(
      `The OpenAPI document can't be read as OpenAPI 3.1${
        fault ? `. ${fault}` : ''
      }. Check it with a validator, and try again.`,
    );
  }
}

function formatOf(document: JsonObject): UpgradedDocument['format'] {
  const version = valueAt(document, 'openapi') ?? valueAt(document, 'swagger');
  // YAML reads an unquoted 2.0 as the number 2.
  const text =
    typeof version === 'number' ? version.toFixed(1) : version ?? 'no version';
  const format = FORMATS.find(
    known => text === known || String(text).startsWith(`${known}.`),
  );
  if (!format) {
    throw new InputError(
      `The document names ${JSON.stringify(text).slice(
        0,
        60,
      )} as its version; Swagger 2.0, OpenAPI 3.0 and OpenAPI 3.1 are read.`,
    );
  }
  document[format === '2.0' ? 'swagger' : 'openapi'] =
    format === '2.0' ? '2.0' : patchVersion(document, format);
  return format;
}

function patchVersion(document: JsonObject, format: string): string {
  const version = textAt(document, 'openapi');
  return version && version !== format ? version : `${format}.0`;
}

/** The first thing that the document's own specification does not allow. */
async function faultOf(
  document: JsonObject,
  values: number,
): Promise<string | undefined> {
  if (values > MAX_CHECKED_VALUES || hasLongList(document)) {
    return 'The document is too large to be checked as a whole against its specification.';
  }
  try {
    await SwaggerParser.validate(structuredClone(document) as never, {
      // The portal opens no file and no address that a document names.
      resolve: { external: false, file: false, http: false },
      // References stay: to put them in place can multiply a document.
      dereference: { circular: 'ignore', excludedPathMatcher: () => true },
      validate: { schema: true as never, spec: false as never },
    });
    return undefined;
  } catch (error) {
    const [, place] =
      error instanceof Error ? error.message.split('\n') : [undefined];
    return `The document breaks its own specification${
      place ? ` at ${place.trim().slice(0, 200)}` : ''
    }; what could be read was read.`;
  }
}

/** To look for twins in a list takes the square of its length. */
function hasLongList(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length > 1_000 || value.some(hasLongList);
  }
  return isObject(value) && Object.values(value).some(hasLongList);
}
