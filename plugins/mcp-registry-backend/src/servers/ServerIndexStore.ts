import type {
  DataSensitivity,
  ServerPackage,
  ServerRemote,
  Trust,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { KnownEntities } from '../catalog/KnownEntities';

/**
 * A server as the catalog declares it, ready to be found.
 */
export interface IndexedServer {
  ref: string;
  namespace: string;
  name: string;
  title?: string;
  purpose?: string;
  ownerRef: string;
  ownerExists: boolean;
  ownerTitle?: string;
  lifecycle: string;
  systemRef?: string;
  trust: Trust;
  visibility: Visibility;
  dataSensitivity?: DataSensitivity;
  sample: boolean;
  declared: {
    remotes: ServerRemote[];
    packages: ServerPackage[];
    onCall?: string;
    registryName?: string;
    registryVersion?: string;
    tags: string[];
    links: { url: string; title?: string }[];
    whyNew?: string;
    createdFrom?: string;
  };
}

/**
 * The index of the catalog's servers: what makes ten thousand of them
 * searchable together with their tools. It can be rebuilt from the catalog at
 * any time, and is never the source of anything.
 */
export interface ServerIndexStore {
  /** The fingerprints of all that is indexed, or of some, by ref. */
  fingerprints(scope: Scope, refs?: string[]): Promise<Map<string, string>>;
  /**
   * Adds or replaces servers; a new one is due to be asked at once.
   *
   * @param known - what the index held before the catalog was read; a server
   *   that somebody else has written since is left as it is
   * @returns the refs of those that were written
   */
  put(
    scope: Scope,
    servers: IndexedServer[],
    now: Date,
    known?: KnownEntities,
  ): Promise<string[]>;
  /**
   * Marks servers as lost to the catalog; what was observed is kept.
   *
   * @param known - as for `put`
   * @returns the refs of those that were there
   */
  remove(
    scope: Scope,
    refs: string[],
    now: Date,
    known?: KnownEntities,
  ): Promise<string[]>;
  /**
   * Deletes what was lost before an instant, with all that was observed; not
   * the servers that have versions.
   */
  purge(scope: Scope, removedBefore: Date): Promise<number>;
}
