import { InputError } from '@backstage/errors';
import { readFile, stat } from 'node:fs/promises';

import { fetchJson } from './fetchJson';
import { RegistryLocation } from './RegistryImportConfig';

const PAGE_SIZE = 100;
const MAX_PAGES = 2_000;
const MAX_RECORDS = 200_000;
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads all records of a source, as they are. All or nothing: a source that
 * fails midway gives no records at all.
 *
 * @throws an error of `@backstage/errors` that says what failed and where
 */
export async function readRegistry(
  location: RegistryLocation,
  signal?: AbortSignal,
): Promise<unknown[]> {
  switch (location.type) {
    case 'file':
      return recordsOf(await readJsonFile(location.path), location.path);
    case 'list':
      return recordsOf(
        await fetchJson({ url: location.url, signal }),
        location.url,
      );
    default:
      return readPages(location.url, signal);
  }
}

async function readPages(
  baseUrl: string,
  signal?: AbortSignal,
): Promise<unknown[]> {
  const records: unknown[] = [];
  const seenCursors = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const url = pageUrl(baseUrl, cursor);
    const answer = await fetchJson({ url, signal });
    records.push(...recordsOf(answer, url));
    if (records.length > MAX_RECORDS) {
      throw new InputError(
        `${baseUrl} has more than ${MAX_RECORDS} records, which is the limit`,
      );
    }
    cursor = nextCursorOf(answer, url);
    if (cursor === undefined) {
      return records;
    }
    if (seenCursors.has(cursor)) {
      throw new InputError(
        `${url} names a next page that was read before, so the list has no end`,
      );
    }
    seenCursors.add(cursor);
  }
  throw new InputError(
    `${baseUrl} has more than ${MAX_PAGES} pages, which is the limit`,
  );
}

function pageUrl(baseUrl: string, cursor: string | undefined): string {
  const url = new URL(`${baseUrl}/v0.1/servers`);
  url.searchParams.set('limit', String(PAGE_SIZE));
  if (cursor !== undefined) {
    url.searchParams.set('cursor', cursor);
  }
  return url.href;
}

function recordsOf(answer: unknown, where: string): unknown[] {
  if (Array.isArray(answer)) {
    return answer;
  }
  if (typeof answer === 'object' && answer !== null) {
    const { servers } = answer as { servers?: unknown };
    if (Array.isArray(servers)) {
      return servers;
    }
  }
  throw new InputError(
    `${where} holds neither a list of servers nor an object with a list named servers`,
  );
}

function nextCursorOf(answer: unknown, where: string): string | undefined {
  const { metadata } = answer as { metadata?: { nextCursor?: unknown } | null };
  const nextCursor = metadata?.nextCursor;
  if (nextCursor === undefined || nextCursor === null || nextCursor === '') {
    return undefined;
  }
  if (typeof nextCursor !== 'string') {
    throw new InputError(`${where} has a nextCursor that is not a text`);
  }
  return nextCursor;
}

async function readJsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      throw new InputError(
        `it has ${size} bytes, and the limit is ${MAX_FILE_BYTES}`,
      );
    }
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(`The file ${path} could not be read`, error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`The file ${path} is not JSON`, error);
  }
}
