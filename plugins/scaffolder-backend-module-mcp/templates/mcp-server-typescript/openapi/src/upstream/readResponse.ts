import type { ReadableStream } from 'node:stream/web';

import { ToolError } from '../tools/answer.js';
import type { Operation } from './Operation.js';

/** What of an error's text helps, and no more. */
const MAX_ERROR_LENGTH = 1_000;

export interface ResponseReading {
  operation: Operation;
  response: Response;
  maxBytes: number;
  /** Taken out of whatever the API sends back. */
  secrets: string[];
}

/** The tool's answer, or an error that says why there is none. */
export async function readResponse(
  reading: ResponseReading,
): Promise<Record<string, unknown>> {
  const { operation, response } = reading;
  const text = withoutSecrets(await readText(reading), reading.secrets);
  if (!response.ok) {
    throw new ToolError(explain(reading, text));
  }
  switch (operation.answer) {
    case 'status':
      return { status: response.status };
    case 'text':
      return { text };
    case 'object':
      return readObject(operation, text);
    default:
      return {
        [operation.answer]: text === '' ? null : readJson(operation, text),
      };
  }
}

function readObject(
  operation: Operation,
  text: string,
): Record<string, unknown> {
  const value = readJson(operation, text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ToolError(
      `The API was expected to answer ${nameOf(
        operation,
      )} with an object, and sent: ${shorten(text)}`,
    );
  }
  return value as Record<string, unknown>;
}

function readJson(operation: Operation, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ToolError(
      `The API answered ${nameOf(operation)} with something that is no JSON: ${
        shorten(text) || '(nothing)'
      }`,
    );
  }
}

/** No more than a model can read is taken, however much the API sends. */
async function readText({
  response,
  maxBytes,
}: ResponseReading): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes && response.ok) {
      throw new ToolError(
        `The API's answer is larger than ${maxBytes} bytes. Ask for less: a page, a filter, or fewer fields.`,
      );
    }
    if (size > maxBytes) {
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function explain(
  { operation, response }: ResponseReading,
  text: string,
): string {
  const { status } = response;
  const said = shorten(text);
  return [
    `The API answered ${nameOf(operation)} with ${status}${
      response.statusText && ` ${response.statusText}`
    }${said === '' ? '.' : `: ${said}`}`,
    adviceFor(status, response.headers.get('retry-after')),
  ]
    .filter(part => part !== '')
    .join('\n');
}

function adviceFor(status: number, retryAfter: string | null): string {
  if (status === 401 || status === 403) {
    return 'This server may not do that there. Whoever runs it should look at its UPSTREAM_ credentials.';
  }
  if (status === 404) {
    return 'Look for the right id or name with another tool first.';
  }
  if (status === 429) {
    return retryAfter !== null && /^\d{1,6}$/.test(retryAfter)
      ? `Try again after ${retryAfter} seconds.`
      : 'Wait before you try again.';
  }
  if (status >= 500) {
    return 'The API itself failed; the same call may work later.';
  }
  return status >= 400 ? 'Change the arguments as it says, and try again.' : '';
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_ERROR_LENGTH
    ? `${line.slice(0, MAX_ERROR_LENGTH)}…`
    : line;
}

function withoutSecrets(text: string, secrets: string[]): string {
  return secrets
    .filter(secret => secret.length >= 6)
    .reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), text);
}
