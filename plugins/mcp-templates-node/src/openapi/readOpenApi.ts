import { setImmediate } from 'node:timers/promises';

import type { OpenApiReading } from '@mcp-portal/plugin-mcp-templates-common';
import { InputError } from '@backstage/errors';

import { baseUrlsOf } from './baseUrls';
import { isObject, type JsonObject, objectAt, textAt, valueAt } from './json';
import { OPENAPI_LIMITS } from './limits';
import type { OpenApiDocument } from './OpenApiDocument';
import { operationNames } from './operationNames';
import type { OperationRequest } from './OperationRequest';
import { parseDocument } from './parseDocument';
import { Problems } from './Problems';
import {
  type FoundOperation,
  readOperation,
  type ReadOperation,
} from './readOperation';
import { bounded } from './texts';
import { upgradeDocument } from './upgradeDocument';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** After these, others get their turn. */
const OPERATIONS_PER_TURN = 20;

/**
 * How a document is read.
 * @public
 */
export interface ReadOpenApiOptions {
  /** Where it came from: relative base URLs are relative to it. */
  sourceUrl?: string;
}

/**
 * What was read, and how each tool calls its operation.
 * @public
 */
export interface OpenApiPlan {
  reading: OpenApiReading;
  /** By the operation's id, for those with a tool. */
  requests: Map<string, OperationRequest>;
  /** How the API wants its key, when it wants one outside of `Authorization`. */
  apiKey?: { in: 'header' | 'query'; name: string };
}

/**
 * Reads an OpenAPI document, and says what tools its operations become. Nothing
 * that the document names is opened or called.
 *
 * @param text - JSON or YAML: Swagger 2.0, OpenAPI 3.0 or 3.1
 * @throws InputError that says what is wrong with the document, and where.
 * @public
 */
export async function readOpenApi(
  text: string,
  options: ReadOpenApiOptions = {},
): Promise<OpenApiReading> {
  const { reading } = await planOpenApi(text, options);
  return reading;
}

/**
 * As {@link readOpenApi}, with all that generating code takes.
 * @public
 */
export async function planOpenApi(
  text: string,
  options: ReadOpenApiOptions = {},
): Promise<OpenApiPlan> {
  const { sourceUrl } = options;
  const problems = new Problems();
  const parsed = await parseDocument(text);
  const { format, document } = await upgradeDocument(parsed, problems);
  const { root } = document;
  const info = objectAt(root, 'info');
  const apiTitle = bounded(textAt(info, 'title') ?? 'Untitled API', 100);
  const baseUrls = baseUrlsOf(root, sourceUrl);
  if (baseUrls.length === 0) {
    problems.add(
      'The document names no absolute address of the API: say it in UPSTREAM_URL when you start the server.',
    );
  }
  if (objectAt(root, 'webhooks')) {
    problems.add('Webhooks are left out: a tool calls, and is never called.');
  }
  const found = findOperations(document);
  const names = operationNames(
    found.map(({ method, path, operation }) => ({
      method,
      path,
      operationId: textAt(operation, 'operationId'),
    })),
  );
  const operations: ReadOperation[] = [];
  for (const [index, operation] of found.entries()) {
    operations.push(
      readOperation({
        ...operation,
        document,
        name: names[index],
        apiTitle,
        baseUrls,
        sourceUrl,
      }),
    );
    if (index % OPERATIONS_PER_TURN === 0) {
      await setImmediate();
    }
  }
  const apiKey = apiKeyOf(document);
  return {
    reading: {
      title: apiTitle,
      version: bounded(String(valueAt(info, 'version') ?? ''), 100),
      format,
      baseUrls,
      operations: operations.map(({ operation }) => operation),
      problems: problems.list(),
    },
    requests: new Map(
      operations.flatMap(({ operation, request }) =>
        request ? [[operation.id, request]] : [],
      ),
    ),
    ...(apiKey && { apiKey }),
  };
}

function findOperations(document: OpenApiDocument): FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const [path, item] of Object.entries(
    objectAt(document.root, 'paths') ?? {},
  )) {
    const pathItem = document.object(item);
    for (const method of path.startsWith('/') && pathItem ? METHODS : []) {
      const operation = objectAt(pathItem, method);
      if (operation) {
        found.push({
          method: method.toUpperCase(),
          path,
          operation,
          pathItem: pathItem as JsonObject,
        });
      }
    }
  }
  if (found.length === 0) {
    throw new InputError(
      'The OpenAPI document describes no operation under "paths" that could become a tool.',
    );
  }
  if (found.length > OPENAPI_LIMITS.maxOperations) {
    throw new InputError(
      `The OpenAPI document describes ${found.length} operations; at most ${OPENAPI_LIMITS.maxOperations} are read. Cut it down to those that you need.`,
    );
  }
  return found;
}

/** The first security scheme that is a key in a header or in the address. */
function apiKeyOf(document: OpenApiDocument): OpenApiPlan['apiKey'] {
  const schemes = objectAt(
    objectAt(document.root, 'components'),
    'securitySchemes',
  );
  for (const value of Object.values(schemes ?? {})) {
    const scheme = document.object(value);
    const name = textAt(scheme, 'name');
    const place = isObject(scheme) ? scheme.in : undefined;
    if (
      scheme?.type === 'apiKey' &&
      name !== undefined &&
      name.toLowerCase() !== 'authorization' &&
      /^[A-Za-z0-9_.-]{1,100}$/.test(name) &&
      (place === 'header' || place === 'query')
    ) {
      return { in: place, name };
    }
  }
  return undefined;
}
