import type { Question } from './compareAnswers';
import type { PrivateAsset } from './privateAssets';

/** What one can ask the registry about an asset, by operation of its OpenAPI document. */
export interface RegistryOperation {
  about: PrivateAsset['kind'];
  /** All the ways in which an answer could tell that the asset exists. */
  questions: (name: string, word: string, asset: PrivateAsset) => Question[];
  /** Of which assets those who may see them get an answer of its own; of all, unless it is said. */
  shows?: (asset: PrivateAsset) => boolean;
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
  rest: (asset: PrivateAsset) => string,
  body?: object,
): RegistryOperation => ({
  about: 'api',
  questions: (name, _word, asset) => [
    {
      method,
      path: `${base}/servers/${encoded('api', name)}${rest(asset)}`,
      body,
    },
  ],
});

/** Something to be read of a version, where there is one. */
const ofVersion = (
  rest: (version: string) => string,
): Pick<RegistryOperation, 'about' | 'questions' | 'shows'> => ({
  about: 'api',
  questions: (name, _word, { version = '1.0.0' }) =>
    [version, 'latest'].map(one =>
      get(`/servers/${encoded('api', name)}${rest(one)}`),
    ),
  shows: ({ version }) => version !== undefined,
});

/** What only outsiders try: an insider would succeed, and the sample be another. */
const onlyOutsiders = {
  neverShows: 'done by an insider, it would change the sample',
};

/** A search for a server in what is listed of all servers. */
const listOfAll = (collection: string): RegistryOperation => ({
  about: 'api',
  questions: (_name, word, { owner }) => [
    get(`/${collection}?search=${word}`),
    get(`/${collection}?search=${word}&owner=${encodeURIComponent(owner)}`),
  ],
});

/** By `METHOD path`, as the registry's OpenAPI document names them. */
export const registryOperations: Record<string, RegistryOperation> = {
  'GET /servers': list('api', 'servers'),
  'GET /servers/facets': list('api', 'servers/facets'),
  'GET /servers/similar': {
    about: 'api',
    // Of its word the first part: others have the second one.
    questions: (_name, word) => [
      get(`/servers/similar?text=${word.split('-')[0]}`),
      get(`/servers/similar?text=${word.split('-')[0]}&limit=10`),
    ],
  },
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
  'POST /servers/{ref}/versions': act('POST', () => '/versions', {
    version: '99.0.0',
    contract: { tools: [] },
    dryRun: true,
  }),
  'GET /servers/{ref}/versions/{version}': ofVersion(
    version => `/versions/${version}`,
  ),
  'DELETE /servers/{ref}/versions/{version}': {
    ...act('DELETE', ({ version }) => `/versions/${version}?reason=none`),
    ...onlyOutsiders,
  },
  'POST /servers/{ref}/versions/{version}/deprecation': {
    ...act('POST', ({ version }) => `/versions/${version}/deprecation`, {
      reason: 'It is old',
    }),
    ...onlyOutsiders,
  },
  'DELETE /servers/{ref}/versions/{version}/deprecation': {
    ...act('DELETE', ({ version }) => `/versions/${version}/deprecation`),
    ...onlyOutsiders,
  },
  'GET /servers/{ref}/compare': ofVersion(
    version => `/compare?from=${version}&to=latest`,
  ),
  'GET /servers/{ref}/consumers': detail('api', 'servers', '/consumers'),
  'GET /servers/{ref}/drift': detail('api', 'servers', '/drift'),
  'POST /servers/{ref}/drift/acknowledgement': {
    ...act('POST', () => '/drift/acknowledgement', {
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
  'GET /changes': {
    ...listOfAll('changes'),
    shows: ({ version }) => version !== undefined,
  },
  'GET /removals': {
    ...listOfAll('removals'),
    neverShows: 'no private server deprecates one; a test of its own does',
  },
  'GET /drifts': {
    about: 'api',
    questions: () => [get('/drifts?limit=100')],
    neverShows: 'a server that can’t be reached does not drift',
  },
  'POST /servers/{ref}/introspection': act('POST', () => '/introspection'),
  'POST /servers/{ref}/arrival': act('POST', () => '/arrival'),
  'GET /agents': list('component', 'agents'),
  'GET /agents/facets': list('component', 'agents/facets'),
  'GET /agents/{ref}': detail('component', 'agents'),
  'POST /agents/{ref}/arrival': {
    about: 'component',
    questions: name => [
      {
        method: 'POST',
        path: `${base}/agents/${encoded('component', name)}/arrival`,
      },
    ],
  },
};
