import type { Question } from './compareAnswers';
import type { PrivateAsset } from './privateAssets';

/** What one can ask the registry about an asset, by operation of its OpenAPI document. */
export interface RegistryOperation {
  about: PrivateAsset['kind'];
  /** All the ways in which an answer could tell that the asset exists. */
  questions: (name: string, word: string, asset: PrivateAsset) => Question[];
  /** Why even those who may see the asset get the answer of one that does not exist. */
  neverShows?: string;
}

const base = '/api/mcp-registry';

/** A snapshot that no server has. */
const NO_SNAPSHOT = '0'.repeat(64);

const get = (path: string): Question => ({ method: 'GET', path: base + path });

const encoded = (kind: string, name: string) =>
  encodeURIComponent(`${kind}:default/${name}`);

const detail = (
  about: PrivateAsset['kind'],
  collection: string,
  rest = '',
): RegistryOperation => ({
  about,
  questions: name => [
    get(`/${collection}/${encoded(about, name)}${rest}`),
    get(`/${collection}/${name}${rest}`),
  ],
});

const list = (
  about: PrivateAsset['kind'],
  collection: string,
): RegistryOperation => ({
  about,
  questions: (_name, word, { owner }) => [
    get(`/${collection}?search=${word}`),
    get(`/${collection}?search=${word}&owner=${encodeURIComponent(owner)}`),
    get(`/${collection}?search=${word}&lifecycle=production`),
  ],
});

/** By `METHOD path`, as the registry's OpenAPI document names them. */
export const registryOperations: Record<string, RegistryOperation> = {
  'GET /servers': list('api', 'servers'),
  'GET /servers/facets': list('api', 'servers/facets'),
  'GET /servers/{ref}': detail('api', 'servers'),
  'GET /servers/{ref}/contract': detail('api', 'servers', '/contract'),
  'GET /servers/{ref}/snapshots': detail('api', 'servers', '/snapshots'),
  'GET /servers/{ref}/snapshots/{sha256}': {
    ...detail('api', 'servers', `/snapshots/${NO_SNAPSHOT}`),
    neverShows: 'a server that can’t be reached has no snapshot',
  },
  'GET /servers/{ref}/attempts': detail('api', 'servers', '/attempts'),
  'GET /servers/{ref}/health': detail('api', 'servers', '/health'),
  'GET /servers/{ref}/dependents': detail('api', 'servers', '/dependents'),
  'POST /servers/{ref}/introspection': {
    about: 'api',
    questions: name => [
      {
        method: 'POST',
        path: `${base}/servers/${encoded('api', name)}/introspection`,
      },
    ],
  },
  'GET /agents': list('component', 'agents'),
  'GET /agents/facets': list('component', 'agents/facets'),
  'GET /agents/{ref}': detail('component', 'agents'),
};
