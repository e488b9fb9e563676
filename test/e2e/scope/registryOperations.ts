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

/** Something done to a server, which tells whether it is there. */
const act = (
  method: Question['method'],
  rest: string,
  body?: object,
): RegistryOperation => ({
  about: 'api',
  questions: name => [
    {
      method,
      path: `${base}/servers/${encoded('api', name)}${rest}`,
      body,
    },
  ],
});

/** A search for a server in what is listed of all servers. */
const listOfAll = (collection: string): RegistryOperation => ({
  about: 'api',
  questions: (_name, word, { owner }) => [
    get(`/${collection}?search=${word}`),
    get(`/${collection}?search=${word}&owner=${encodeURIComponent(owner)}`),
  ],
});

const withoutVersions = {
  neverShows: 'not every private server has published versions',
};

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
  'GET /servers/{ref}/versions': detail('api', 'servers', '/versions'),
  'POST /servers/{ref}/versions': act('POST', '/versions', {
    version: '99.0.0',
    contract: { tools: [] },
    dryRun: true,
  }),
  'GET /servers/{ref}/versions/{version}': {
    ...detail('api', 'servers', '/versions/latest'),
    ...withoutVersions,
  },
  'DELETE /servers/{ref}/versions/{version}': {
    ...act('DELETE', '/versions/99.0.0'),
    ...withoutVersions,
  },
  'POST /servers/{ref}/versions/{version}/deprecation': {
    ...act('POST', '/versions/99.0.0/deprecation', { reason: 'It is old' }),
    ...withoutVersions,
  },
  'DELETE /servers/{ref}/versions/{version}/deprecation': {
    ...act('DELETE', '/versions/99.0.0/deprecation'),
    ...withoutVersions,
  },
  'GET /servers/{ref}/compare': {
    ...detail('api', 'servers', '/compare?from=latest&to=live'),
    ...withoutVersions,
  },
  'GET /servers/{ref}/consumers': detail('api', 'servers', '/consumers'),
  'GET /servers/{ref}/drift': detail('api', 'servers', '/drift'),
  'POST /servers/{ref}/drift/acknowledgement': {
    ...act('POST', '/drift/acknowledgement', {
      snapshot: NO_SNAPSHOT,
      reason: 'It is known',
    }),
    neverShows: 'a server that can’t be reached does not drift',
  },
  'GET /servers/{ref}/conventions': detail('api', 'servers', '/conventions'),
  'GET /conventions': {
    about: 'api',
    questions: () => [get('/conventions')],
    neverShows: 'conventions are of no server',
  },
  'GET /conventions/scores': listOfAll('conventions/scores'),
  'GET /changes': { ...listOfAll('changes'), ...withoutVersions },
  'GET /removals': { ...listOfAll('removals'), ...withoutVersions },
  'GET /drifts': {
    about: 'api',
    questions: () => [get('/drifts?limit=100')],
    neverShows: 'a server that can’t be reached does not drift',
  },
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
