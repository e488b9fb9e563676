import { ToolError } from '../tools/answer.js';
import type { Arguments, Body, Operation, Parameter } from './Operation.js';
import { encodeText, writeQuery, writeSimple } from './writeParameter.js';

/** A request to the API, without credentials. */
export interface UpstreamRequest {
  method: string;
  url: URL;
  headers: Headers;
  body?: string;
}

/**
 * Writes a call as a request. Whatever an argument holds, the request stays
 * below the base URL, and goes to the operation that the tool is for.
 */
export function writeRequest(
  operation: Operation,
  input: Arguments,
  baseUrl: URL,
): UpstreamRequest {
  const given = operation.parameters.flatMap(parameter => {
    const value = input[parameter.argument];
    return value === undefined || value === null ? [] : [{ parameter, value }];
  });
  const url = new URL(baseUrl);
  url.pathname =
    baseUrl.pathname.replace(/\/+$/, '') + writePath(operation, input);
  const query = given
    .filter(({ parameter }) => parameter.in === 'query')
    .flatMap(({ parameter, value }) => writeQuery(parameter, value));
  url.search = writePairs(query);
  const headers = new Headers({ accept: acceptOf(operation) });
  for (const { parameter, value } of given) {
    if (parameter.in === 'header') {
      headers.set(parameter.name, writeHeader(parameter, value));
    }
  }
  const body = operation.body && writeBody(operation.body, input);
  if (operation.body && body !== undefined) {
    headers.set('content-type', operation.body.mediaType);
  }
  return {
    method: operation.method,
    url,
    headers,
    ...(body !== undefined && { body }),
  };
}

function acceptOf({ answer }: Operation): string {
  return answer === 'text'
    ? 'text/*, */*;q=0.5'
    : 'application/json, */*;q=0.5';
}

function writePath({ path, parameters }: Operation, input: Arguments): string {
  const written = path.replace(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const parameter = parameters.find(
      item => item.in === 'path' && item.name === name,
    );
    const value = parameter && input[parameter.argument];
    const text =
      parameter && value !== undefined && value !== null
        ? writeSimple(parameter, value, encodeText)
        : '';
    if (text === '') {
      throw new ToolError(
        `"${
          parameter?.argument ?? name
        }" is a part of the address and must not be empty.`,
      );
    }
    return text;
  });
  // To a URL, such a segment means another operation.
  if (written.split('/').some(segment => segment === '.' || segment === '..')) {
    throw new ToolError(
      'No part of the address may be "." or "..". Give the id or name of something.',
    );
  }
  return written;
}

function writeHeader(parameter: Parameter, value: unknown): string {
  const text = writeSimple(parameter, value, item => item);
  if (!/^[\t\x20-\x7e]*$/.test(text)) {
    throw new ToolError(
      `"${parameter.argument}" is sent as a header: it may hold letters, digits and signs of ASCII, on one line.`,
    );
  }
  return text;
}

function writeBody(body: Body, input: Arguments): string | undefined {
  const value =
    body.argument === undefined ? pick(body, input) : input[body.argument];
  if (value === undefined) {
    return body.required && body.encoding === 'json' ? '{}' : undefined;
  }
  return body.encoding === 'json'
    ? JSON.stringify(value)
    : writeForm(body, value);
}

/** Undefined when none of the body's arguments is given. */
function pick(body: Body, input: Arguments): Arguments | undefined {
  const given = (body.properties ?? []).filter(
    ({ name }) => input[name] !== undefined,
  );
  return given.length > 0
    ? Object.fromEntries(given.map(({ name }) => [name, input[name]]))
    : undefined;
}

function writeForm(body: Body, value: unknown): string {
  const fields = Object.entries(value ?? {}).flatMap(([name, field]) => {
    const style =
      body.properties?.find(property => property.name === name)?.style ??
      'form';
    return writeQuery({ name, style, explode: true }, field);
  });
  return writePairs(fields);
}

function writePairs(pairs: [string, string][]): string {
  return pairs.map(pair => pair.map(encodeText).join('=')).join('&');
}
