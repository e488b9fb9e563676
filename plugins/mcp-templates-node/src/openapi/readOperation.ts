import type {
  OpenApiOperation,
  OpenApiTool,
} from '@mcp-portal/plugin-mcp-templates-common';

import { annotationsOf } from './annotationsOf';
import { Arguments } from './Arguments';
import { baseUrlsOf } from './baseUrls';
import { type JsonObject, listAt, objectAt, textAt } from './json';
import { OPENAPI_LIMITS } from './limits';
import type { OpenApiDocument } from './OpenApiDocument';
import type { OperationRequest } from './OperationRequest';
import { Problems } from './Problems';
import { readAnswer } from './readAnswer';
import { readBody } from './readBody';
import { readParameters } from './readParameters';
import { SchemaConverter } from './schema/SchemaConverter';
import { bounded, inWords } from './texts';

const MAX_TAGS = 10;

/** One operation of a document, not yet looked into. */
export interface FoundOperation {
  /** In upper case. */
  method: string;
  path: string;
  operation: JsonObject;
  pathItem: JsonObject;
}

/** What reading an operation takes. */
export interface OperationReading extends FoundOperation {
  document: OpenApiDocument;
  /** The tool's name. */
  name: string;
  apiTitle: string;
  baseUrls: string[];
  sourceUrl?: string;
}

/** An operation, and how its tool calls it. */
export interface ReadOperation {
  operation: OpenApiOperation;
  /** There when `operation.tool` is. */
  request?: OperationRequest;
}

/** Reads one operation; what stands in the way of a tool becomes its problems. */
export function readOperation(reading: OperationReading): ReadOperation {
  const { method, path, operation, name } = reading;
  const problems = new Problems();
  const read = readTool(reading, problems);
  const summary =
    textAt(operation, 'summary') ?? textAt(reading.pathItem, 'summary');
  return {
    operation: {
      id: `${method} ${path}`,
      method,
      path,
      summary: bounded(summary ?? inWords(name), 200),
      tags: listAt(operation, 'tags')
        .filter(tag => typeof tag === 'string')
        .slice(0, MAX_TAGS)
        .map(tag => bounded(tag, 100)),
      deprecated: operation.deprecated === true,
      ...(read && { tool: read.tool }),
      problems: problems.list(),
    },
    ...(read && { request: read.request }),
  };
}

function readTool(
  reading: OperationReading,
  problems: Problems,
): { tool: OpenApiTool; request: OperationRequest } | undefined {
  const { document, operation, method, path, name } = reading;
  noteWhatIsLeftOut(reading, problems);
  if (hasOtherHost(reading)) {
    problems.add(
      'It is at another address than the rest of the API, and one server calls one API: there is no tool for it.',
    );
    return undefined;
  }
  const args = new Arguments();
  const converter = new SchemaConverter({ document, side: 'input', problems });
  const common = { ...reading, converter, arguments: args, problems };
  const parameters = readParameters(common);
  const body = parameters && readBody(common);
  const answer =
    parameters && body !== 'impossible'
      ? readAnswer({
          document,
          operation,
          problems,
          converter: new SchemaConverter({
            document,
            side: 'output',
            problems,
          }),
        })
      : undefined;
  if (!parameters || body === 'impossible' || !answer) {
    return undefined;
  }
  return {
    tool: {
      name,
      title: titleOf(reading),
      description: descriptionOf(reading),
      inputSchema: args.schema(converter.definitions()),
      outputSchema: answer.outputSchema,
      annotations: annotationsOf(method),
    },
    request: {
      method,
      path,
      parameters,
      ...(body && { body }),
      answer: answer.shape,
    },
  };
}

function noteWhatIsLeftOut(
  { operation }: OperationReading,
  problems: Problems,
): void {
  if (objectAt(operation, 'callbacks')) {
    problems.add(
      'Its callbacks are left out: a tool waits for its answer only.',
    );
  }
}

/** `servers` of an operation or path that lead elsewhere. */
function hasOtherHost(reading: OperationReading): boolean {
  const { operation, pathItem, baseUrls, sourceUrl } = reading;
  const own = [operation, pathItem].find(
    holder => listAt(holder, 'servers').length,
  );
  return (
    own !== undefined &&
    !baseUrlsOf(own, sourceUrl).some(url => url === baseUrls[0])
  );
}

function titleOf({ operation, name }: OperationReading): string {
  return bounded(
    (textAt(operation, 'summary') ?? inWords(name))
      .replace(/\s+/g, ' ')
      .replace(/\.$/, ''),
    OPENAPI_LIMITS.maxTitleLength,
  );
}

function descriptionOf(reading: OperationReading): string {
  const { operation, pathItem, method, path, name, apiTitle } = reading;
  const summary = textAt(operation, 'summary') ?? textAt(pathItem, 'summary');
  const description =
    textAt(operation, 'description') ?? textAt(pathItem, 'description');
  const texts = [
    summary && !description?.startsWith(summary)
      ? sentence(summary)
      : undefined,
    description,
  ].filter(text => text !== undefined);
  const said = bounded(texts.join('\n\n'), OPENAPI_LIMITS.maxDescriptionLength);
  const place = `${method} ${path} of ${apiTitle}.`;
  return [
    operation.deprecated === true && 'Deprecated: prefer another tool.',
    // A model needs more than a word or two.
    said.length >= 20 ? said : `${sentence(said || inWords(name))} ${place}`,
  ]
    .filter(part => part !== false)
    .join('\n\n');
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
