import { COST, day, fullDays } from '../support/usage';
import type { Question } from './compareAnswers';
import { team, server, type CostSubject } from './costSubjects';

/** What one can ask about a team, a server, an agent or a person, by operation of the OpenAPI document. */
export interface CostOperation {
  /** Of what it tells; of all, unless it is said. */
  about?: CostSubject[];
  /** All the ways in which an answer could tell that there is usage of it. */
  questions: (ref: string, dimension: CostSubject['dimension']) => Question[];
  /** Why even insiders are not asked. */
  onlyOutsiders?: string;
}

const get = (path: string): Question => ({ method: 'GET', path: COST + path });

const one = (ref: string) => encodeURIComponent(ref);

/** A report, narrowed to usage of the subject. */
const report = (path: string, rest = ''): CostOperation => ({
  questions: (ref, dimension) => [
    get(`${path}?${fullDays()}&${dimension}=${one(ref)}${rest}`),
  ],
});

const ofTeam = (
  method: Question['method'],
  rest: string,
  body?: object,
): CostOperation => ({
  about: [team],
  questions: ref => [
    { method, path: `${COST}/teams/${one(ref)}${rest}`, body },
    {
      method,
      path: `${COST}/teams/${one(ref.split('/')[1])}${rest}`,
      body,
    },
  ],
});

const listByTeam = (path: string): CostOperation => ({
  about: [team],
  questions: ref => [get(`${path}team=${one(ref)}`)],
});

const changes = { onlyOutsiders: 'done by an insider, it changes the sample' };

/** By `METHOD path`, as the document of costs names them. */
export const costOperations: Record<string, CostOperation> = {
  'GET /overview': report('/overview'),
  'GET /series': {
    questions: (ref, dimension) =>
      ['team', 'server', 'agent', 'user'].map(by =>
        get(
          `/series?${fullDays()}&by=${by}&interval=month&${dimension}=${one(
            ref,
          )}`,
        ),
      ),
  },
  'GET /breakdown': {
    questions: (ref, dimension) => [
      get(
        `/breakdown?${fullDays()}&by=team&by=tool&${dimension}=${one(
          ref,
        )}&compare=true&latency=true`,
      ),
      get(
        `/breakdown?${fullDays()}&by=${dimension}&search=${one(
          ref.split('/')[1],
        )}`,
      ),
    ],
  },
  'GET /exports/{format}': {
    questions: (ref, dimension) =>
      ['csv', 'focus'].map(format =>
        get(
          `/exports/${format}?${fullDays()}&by=${dimension}&${dimension}=${one(
            ref,
          )}`,
        ),
      ),
  },
  'GET /values/{dimension}': {
    questions: (ref, dimension) => [
      get(
        `/values/${dimension}?${fullDays()}&search=${one(ref.split('/')[1])}`,
      ),
      get(`/values/environment?${fullDays()}&${dimension}=${one(ref)}`),
    ],
  },
  'GET /calls': report('/calls'),
  'GET /quality': report('/quality', '&by=tool'),
  'GET /unit-costs': report('/unit-costs'),
  'GET /reuse/{serverRef}': {
    about: [server],
    questions: ref => [get(`/reuse/${one(ref)}?${fullDays()}`)],
  },
  'GET /servers/{ref}/last-calls': {
    about: [server],
    questions: ref => [get(`/servers/${one(ref)}/last-calls`)],
  },
  'GET /budgets': {
    about: [team],
    questions: ref => [get(`/budgets?search=${one(ref.split('/')[1])}`)],
  },
  'GET /teams/{ref}/budget': ofTeam('GET', '/budget'),
  'PUT /teams/{ref}/budget': {
    ...ofTeam('PUT', '/budget', { amount: '1' }),
    ...changes,
  },
  'DELETE /teams/{ref}/budget': { ...ofTeam('DELETE', '/budget'), ...changes },
  'POST /teams/{ref}/budget/increases': {
    ...ofTeam('POST', '/budget/increases', { amount: '1', reason: 'More' }),
    ...changes,
  },
  'GET /teams/{ref}/admission': ofTeam('GET', '/admission'),
  'GET /teams/{ref}/keys': {
    ...ofTeam('GET', '/keys'),
    onlyOutsiders: 'the sample has no keys; a test of its own makes one',
  },
  'POST /teams/{ref}/keys': {
    ...ofTeam('POST', '/keys', { name: 'Theirs', scopes: ['ingest'] }),
    ...changes,
  },
  'GET /increases': {
    ...listByTeam('/increases?'),
    onlyOutsiders: 'nobody of the sample asks; a test of its own does',
  },
  'GET /alerts': {
    about: [team, server],
    questions: (ref, dimension) => [
      get(`/alerts?state=all&${dimension}=${one(ref)}`),
    ],
    onlyOutsiders: 'what it finds depends on the day; a test of its own does',
  },
  'GET /idle': {
    ...listByTeam('/idle?exempted=with&'),
    onlyOutsiders: 'nothing of that team lies idle; a test of its own does',
  },
  'GET /prices': {
    about: [server],
    questions: ref => [
      get(`/prices?serverRef=${one(ref)}`),
      get(`/prices?search=${one(ref.split('/')[1])}`),
    ],
    onlyOutsiders: 'no private server has a price; a test of its own sets one',
  },
};

/** Operations about a thing that has an id; a test of their own makes one. */
export const operationsById: Record<string, (id: string) => Question> = {
  'POST /keys/{id}/rotation': id => ({
    method: 'POST',
    path: `${COST}/keys/${id}/rotation`,
    body: {},
  }),
  'DELETE /keys/{id}': id => ({ method: 'DELETE', path: `${COST}/keys/${id}` }),
  'PUT /keys/{id}/teams': id => ({
    method: 'PUT',
    path: `${COST}/keys/${id}/teams`,
    body: { teamRefs: [] },
  }),
  'DELETE /increases/{id}': id => ({
    method: 'DELETE',
    path: `${COST}/increases/${id}`,
  }),
  'POST /increases/{id}/decision': id => ({
    method: 'POST',
    path: `${COST}/increases/${id}/decision`,
    body: { decision: 'granted' },
  }),
  'PUT /idle/{id}/exemption': id => ({
    method: 'PUT',
    path: `${COST}/idle/${id}/exemption`,
    body: { reason: 'It is ours', until: day(30) },
  }),
  'DELETE /idle/{id}/exemption': id => ({
    method: 'DELETE',
    path: `${COST}/idle/${id}/exemption`,
  }),
};

/** For who prices and reads everything; everybody else is refused, whatever is asked. */
export const operationsOfAdmins: Record<string, Question> = {
  'POST /prices': {
    method: 'POST',
    path: `${COST}/prices`,
    body: {
      subject: { kind: 'unit', unit: 'page' },
      amounts: { perUnit: '1' },
      validFrom: '2026-01-01',
    },
  },
  'DELETE /prices/{id}': { method: 'DELETE', path: `${COST}/prices/1` },
  'PUT /reuse-assumptions': {
    method: 'PUT',
    path: `${COST}/reuse-assumptions`,
    body: { buildCost: '1', runCostPerMonth: '1', months: 1 },
  },
  'POST /focus-imports': {
    method: 'POST',
    path: `${COST}/focus-imports`,
    body: 'BilledCost\n1\n',
    headers: { 'Content-Type': 'text/csv' },
  },
  'GET /focus-imports': get('/focus-imports'),
  'GET /focus-imports/{id}': get(
    '/focus-imports/00000000-0000-4000-8000-000000000000',
  ),
  'POST /status/check': { method: 'POST', path: `${COST}/status/check` },
  'POST /keys/verification': {
    method: 'POST',
    path: `${COST}/keys/verification`,
    body: { secret: 'mcpk_none', scope: 'ingest' },
  },
};

/** For service keys only, and for nobody who signs in. */
export const operationsOfKeys: Record<string, Question> = {
  'POST /usage': { method: 'POST', path: `${COST}/usage`, body: [] },
  'POST /v1/traces': {
    method: 'POST',
    path: `${COST}/v1/traces`,
    body: { resourceSpans: [] },
  },
};

/** Lists whose every line is somebody's; read whole in a test of its own. */
export const operationsReadWhole = [
  'GET /prices/unpriced',
  'GET /repricings',
  'GET /status',
];
