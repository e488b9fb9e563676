import type {
  DataSensitivity,
  ServerPackage,
  ServerRemote,
  Trust,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

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
  };
}

/**
 * The index of the catalog's servers: what makes ten thousand of them
 * searchable together with their tools. It can be rebuilt from the catalog at
 * any time, and is never the source of anything.
 */
export interface ServerIndexStore {
  /** The fingerprints of all that is indexed, by ref. */
  fingerprints(scope: Scope): Promise<Map<string, string>>;
  /** Adds or replaces servers; a new one is due to be asked at once. */
  put(scope: Scope, servers: IndexedServer[], now: Date): Promise<void>;
  /** Marks servers as lost to the catalog; what was observed is kept. */
  remove(scope: Scope, refs: string[], now: Date): Promise<void>;
  /**
   * Deletes what was lost before an instant, with all that was observed; not
   * the servers that have versions.
   */
  purge(scope: Scope, removedBefore: Date): Promise<number>;
}
