import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ExistingServer } from '@mcp-portal/plugin-mcp-templates-common';

import type { Problems } from '../../../problems';
import type { TakenRemote } from './readTakenRemotes';

/** What is said of a server that runs already. */
export interface GivenServer extends ExistingServer {
  url: string;
}

/** They would end up in the files of the repository, some of them scripts. */
const PLAIN = /^[^\s"'`<>\\${}]+$/u;

/**
 * A server that runs already: its address is one, holds no secret, and is not
 * another server's.
 */
export async function checkExisting(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  options: {
    given: GivenServer;
    taken: TakenRemote[];
    credentials: BackstageCredentials;
    problems: Problems;
  },
): Promise<void> {
  const { given, taken, credentials, problems } = options;
  if (given.onCall && !isPlainUrl(given.onCall, ['https:'])) {
    problems.add('on call', 'give an https:// link, without a user in it.');
  }
  if (!isPlainUrl(given.url, ['https:', 'http:'])) {
    problems.add(
      'URL',
      'give the https:// or http:// address of the server, without a user, a password, a query or a fragment: secrets do not belong into the catalog.',
    );
    return;
  }
  const url = new URL(given.url);
  if (url.search || url.hash) {
    problems.add(
      'URL',
      'leave out what begins with ? or #: secrets do not belong into the catalog.',
    );
    return;
  }
  const other = taken.find(remote => placeOf(remote.url) === placeOf(url));
  if (other) {
    const visible = await catalog.getEntityByRef(other.entityRef, {
      credentials,
    });
    problems.add(
      'URL',
      visible
        ? `${other.entityRef} is registered with it already. Use that one.`
        : 'a server that you may not see is registered with it already. Ask who runs it.',
    );
  }
}

function isPlainUrl(text: string, protocols: string[]): boolean {
  if (!PLAIN.test(text) || !URL.canParse(text)) {
    return false;
  }
  const { protocol, username, password } = new URL(text);
  return protocols.includes(protocol) && !username && !password;
}

function placeOf({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname.replace(/\/+$/u, '')}`;
}
