import type { CatalogSnapshot, DirectoryAgent } from '../catalog';
import { NameIndex, NO_REFS, Refs } from './NameIndex';
import { declaredKeys, parseServerAddress } from './serverAddress';

/**
 * A catalog's servers, agents and teams, by all that names them. Made once for
 * each snapshot.
 */
export class CatalogIndex {
  static readonly #indexes = new WeakMap<CatalogSnapshot, CatalogIndex>();

  readonly #servers = new NameIndex();
  readonly #addresses = new NameIndex();
  readonly #hosts = new NameIndex();
  readonly #agents = new Map<string, NameIndex>();
  readonly #teams = new NameIndex();

  static of(catalog: CatalogSnapshot): CatalogIndex {
    const known = CatalogIndex.#indexes.get(catalog);
    if (known) {
      return known;
    }
    const index = new CatalogIndex(catalog);
    CatalogIndex.#indexes.set(catalog, index);
    return index;
  }

  private constructor(catalog: CatalogSnapshot) {
    for (const { ref, registryName, remotes } of catalog.servers.values()) {
      this.#servers.add(ref, ref, nameIn(ref), registryName);
      for (const remote of remotes) {
        this.#addRemote(ref, remote);
      }
    }
    for (const agent of catalog.agents.values()) {
      this.#addAgent(agent);
    }
    for (const { ref, title } of catalog.teams.values()) {
      this.#teams.add(ref, ref, nameIn(ref), title);
    }
  }

  /** Servers with that ref, name, or name in registries. */
  serversNamed(name: string): Refs {
    return this.#servers.find(name);
  }

  /** Servers at exactly that address. */
  serversAt(addressKey: string): Refs {
    return this.#addresses.find(addressKey);
  }

  serversOnHost(hostKey: string): Refs {
    return this.#hosts.find(hostKey);
  }

  /** A team's agents with that ref, name or title. */
  agentsNamed(teamRef: string, name: string): Refs {
    return this.#agents.get(teamRef)?.find(name) ?? NO_REFS;
  }

  teamsNamed(name: string): Refs {
    return this.#teams.find(name);
  }

  #addRemote(ref: string, remote: string): void {
    const address = parseServerAddress(remote);
    if (address) {
      const keys = declaredKeys(address);
      this.#addresses.add(ref, ...keys.address);
      this.#hosts.add(ref, ...keys.host);
    }
  }

  #addAgent({ ref, name, title, ownerRef }: DirectoryAgent): void {
    const agents = this.#agents.get(ownerRef) ?? new NameIndex();
    agents.add(ref, ref, name, title);
    this.#agents.set(ownerRef, agents);
  }
}

function nameIn(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
