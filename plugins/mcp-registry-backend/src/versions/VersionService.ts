import type {
  Page,
  PageQuery,
  ServerVersion,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import { noVersion, requireVersionOrLatest } from './requireVersion';
import type { VersionStore } from './VersionStore';

const DEFAULT_LIMIT = 25;

/**
 * Shows published versions. Every method throws `NotFoundError` when the scope
 * has no such server or version.
 */
export class VersionService {
  readonly #servers: ServerStore;
  readonly #versions: VersionStore;

  constructor(options: { servers: ServerStore; versions: VersionStore }) {
    this.#servers = options.servers;
    this.#versions = options.versions;
  }

  async list(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<ServerVersion>> {
    const versions = await this.#list(scope, ref);
    const offset = page.offset ?? 0;
    return {
      totalItems: versions.length,
      items: versions.slice(offset, offset + (page.limit ?? DEFAULT_LIMIT)),
    };
  }

  /** @param name - a version, or `latest` */
  async get(
    scope: Scope,
    ref: string,
    name: string,
  ): Promise<ServerVersionDetail> {
    const versions = await this.#list(scope, ref);
    const { version } = requireVersionOrLatest(versions, ref, name);
    const kept = await this.#versions.get(scope, ref, version);
    if (!kept) {
      // Its server went in this very moment.
      throw noVersion(ref, version);
    }
    const { requiredBump, smallestVersion, ...detail } = kept;
    const { base } = detail;
    const baseContract =
      base && (await this.#versions.contract(scope, ref, base));
    return { ...detail, ...(baseContract && { baseContract }) };
  }

  async #list(scope: Scope, ref: string): Promise<ServerVersion[]> {
    await requireServer(this.#servers, scope, ref);
    return (await this.#versions.history(scope, ref))?.versions ?? [];
  }
}
