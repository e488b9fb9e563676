import type { Question } from './compareAnswers';
import type { PrivateAsset } from './privateAssets';

export interface Subject {
  kind: PrivateAsset['kind'];
  name: string;
  uid: string;
}

export interface CatalogOperation {
  /** All the ways in which an answer could tell that the entity exists. */
  questions: (subject: Subject) => Question[];
  /** True for what would destroy the sample if an insider did it. */
  onlyForOutsiders?: boolean;
  /** Why even an insider gets the answer of one that does not exist. */
  neverShows?: string;
}

const base = '/api/catalog';

const get = (path: string): Question => ({ method: 'GET', path: base + path });

const post = (path: string, body: unknown): Question => ({
  method: 'POST',
  path: base + path,
  body,
});

const byName = ({ kind, name }: Subject) => `${kind}/default/${name}`;
const refOf = ({ kind, name }: Subject) => `${kind}:default/${name}`;

/** By `METHOD path`, as the catalog's OpenAPI document names them. */
export const catalogOperations: Record<string, CatalogOperation> = {
  'POST /refresh': {
    questions: subject => [post('/refresh', { entityRef: refOf(subject) })],
  },
  'GET /entities': {
    questions: subject => [
      get(`/entities?filter=metadata.name=${subject.name}`),
      get(`/entities?filter=kind=${subject.kind},metadata.uid=${subject.uid}`),
    ],
  },
  'GET /entities/by-uid/{uid}': {
    questions: ({ uid }) => [get(`/entities/by-uid/${uid}`)],
  },
  'DELETE /entities/by-uid/{uid}': {
    questions: ({ uid }) => [
      { method: 'DELETE', path: `${base}/entities/by-uid/${uid}` },
    ],
    onlyForOutsiders: true,
  },
  'GET /entities/by-name/{kind}/{namespace}/{name}': {
    questions: subject => [get(`/entities/by-name/${byName(subject)}`)],
  },
  'GET /entities/by-name/{kind}/{namespace}/{name}/ancestry': {
    questions: subject => [
      get(`/entities/by-name/${byName(subject)}/ancestry`),
    ],
  },
  'POST /entities/by-refs': {
    questions: subject => [
      post('/entities/by-refs', { entityRefs: [refOf(subject)] }),
    ],
  },
  'GET /entities/by-query': {
    questions: ({ name }) => [
      get(`/entities/by-query?filter=metadata.name=${name}`),
      get(
        `/entities/by-query?fullTextFilterTerm=${name}&fullTextFilterFields=metadata.name&limit=1`,
      ),
    ],
  },
  'POST /entities/by-query': {
    questions: ({ name }) => [
      post('/entities/by-query', { query: { 'metadata.name': name } }),
    ],
  },
  'GET /entity-facets': {
    questions: ({ name }) => [
      get(`/entity-facets?facet=kind&filter=metadata.name=${name}`),
      get(`/entity-facets?facet=spec.owner&filter=metadata.name=${name}`),
    ],
  },
  'POST /entity-facets': {
    questions: ({ name }) => [
      post('/entity-facets', {
        facets: ['kind'],
        query: { 'metadata.name': name },
      }),
    ],
  },
  'GET /locations/by-entity/{kind}/{namespace}/{name}': {
    questions: subject => [get(`/locations/by-entity/${byName(subject)}`)],
    neverShows: 'the sample comes from the configuration, not a registration',
  },
};

/** Operations that answer about no entity, and why. */
export const operationsWithoutEntity: Record<string, string> = {
  'GET /locations': 'names files and folders; read whole in a test of its own',
  'POST /locations/by-query': 'the same',
  'POST /locations': 'adds what the caller names',
  'GET /locations/{id}': 'names one file or folder',
  'PUT /locations/{id}': 'changes where one is',
  'DELETE /locations/{id}': 'takes one away',
  'POST /analyze-location': 'reads what the caller names',
  'POST /validate-entity': 'checks what the caller sends',
};
