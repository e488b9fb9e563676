import type { Contract } from '@mcp-portal/mcp-contract';
import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError } from '@backstage/errors';

import type { Scope } from '../access';
import type { VersionStore } from './VersionStore';

/** What a contract may have to stay compatible with, and how to get at it. */
export interface PublishedVersions {
  /** Those that still count. */
  published: string[];
  /** All numbers that are used up. */
  taken: string[];
  fetchContract: (version: string) => Promise<Contract>;
}

/**
 * The history of a server, as versions are judged by it.
 */
export function publishedVersions(
  scope: Scope,
  ref: string,
  history: ServerVersion[],
  store: VersionStore,
): PublishedVersions {
  return {
    published: history.flatMap(({ version, status }) =>
      status === 'deleted' ? [] : version,
    ),
    taken: history.map(({ version }) => version),
    async fetchContract(version) {
      const contract = await store.contract(scope, ref, version);
      if (!contract) {
        throw new ConflictError(
          `'${ref}' went from the catalog while its versions were compared. Try again.`,
        );
      }
      return contract;
    },
  };
}
