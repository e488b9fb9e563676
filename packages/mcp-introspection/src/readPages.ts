import { ProtocolError } from '@modelcontextprotocol/client';
import { z } from 'zod';

import type { AskOptions } from './AskOptions';
import { ContractReadError } from './ContractReadError';

const MAX_PAGES = 200;
const MAX_ITEMS = 5_000;
const MAX_CURSOR_LENGTH = 16_384;

/** Raised when a server does not know a list that it should have. */
export class MethodNotFound extends ContractReadError {
  constructor(method: string) {
    super(
      'protocol-error',
      `The server announces that it has something to list, but does not know ${method}.`,
    );
  }
}

/**
 * Reads all pages of one list.
 *
 * Not with the client's own `listTools` and its like: they leave out tools
 * whose headers break the newest rules, refuse a page for one bad item, and
 * stop at 64 pages. What a server offers is judged by the snapshot alone.
 */
export async function readPages(
  options: AskOptions & {
    method: string;
    /** The field of the result that holds the items. */
    field: string;
  },
): Promise<object[]> {
  const { client, method, field, timeoutMs, signal } = options;
  const page = z.looseObject({
    [field]: z.array(z.looseObject({})),
    nextCursor: z.string().max(MAX_CURSOR_LENGTH).nullish(),
  });
  const items: object[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;

  for (let pages = 1; ; pages++) {
    const result = await client
      .request({ method, params: cursor ? { cursor } : {} }, page, {
        timeout: timeoutMs,
        signal,
      })
      .catch(error => {
        throw error instanceof ProtocolError && error.code === -32601
          ? new MethodNotFound(method)
          : error;
      });
    const found = result[field] as object[];
    if (items.length + found.length > MAX_ITEMS || pages > MAX_PAGES) {
      throw new ContractReadError(
        'too-large',
        `The server lists more in ${method} than can be read: ${MAX_ITEMS} items on ${MAX_PAGES} pages.`,
      );
    }
    items.push(...found);
    cursor = (result.nextCursor as string | null | undefined) ?? undefined;
    if (!cursor) {
      return items;
    }
    if (seen.has(cursor)) {
      throw new ContractReadError(
        'protocol-error',
        `The server repeats a cursor in ${method}: its list would never end. It must give each page a cursor of its own, and the last page none.`,
      );
    }
    seen.add(cursor);
  }
}
