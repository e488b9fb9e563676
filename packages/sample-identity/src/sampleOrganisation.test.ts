import {
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  KindValidator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  parseEntityRef,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import {
  aiResourceEntityV1alpha1Validator,
  mcpServerApiEntityValidator,
} from '@backstage/catalog-model/alpha';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { validRange } from 'semver';
import { parseAllDocuments } from 'yaml';

// Tests run from the sources only.
// eslint-disable-next-line no-restricted-syntax
const EXAMPLES = resolve(__dirname, '../../../examples');

const VALIDATORS: Record<string, KindValidator> = {
  API: mcpServerApiEntityValidator,
  AiResource: aiResourceEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};

/** The fields that these tests look at, of servers and of agents. */
interface Spec {
  type: string;
  lifecycle: string;
  owner: string;
  system?: string;
  parent?: string;
  memberOf?: string[];
  targets?: string[];
  visibility?: string;
  trust?: string;
  dataSensitivity?: string;
  onCall?: string;
  remotes: Array<{ type: string; url: string }>;
  packages?: Array<{ identifier: string; version: string }>;
  mcpServers: Array<{ ref: string; version?: string; tools?: string[] }>;
}

const files = readdirSync(EXAMPLES, { recursive: true })
  .map(String)
  // What the organisation used is no entity.
  .filter(file => file.endsWith('.yaml') && !file.startsWith('usage'));

const entities = files.flatMap(file =>
  parseAllDocuments(readFileSync(join(EXAMPLES, file), 'utf8')).map(
    document => document.toJS() as Entity,
  ),
);

const specOf = (entity: Entity) => entity.spec as unknown as Spec;
const ofType = (type: string) =>
  entities.filter(entity => specOf(entity).type === type);
const byRef = new Map(
  entities.map(entity => [stringifyEntityRef(entity), entity]),
);
const find = (ref: string, defaultKind: string) =>
  byRef.get(
    stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    ),
  );

const servers = ofType('mcp-server');
const agents = ofType('ai-agent');

describe('the sample organisation', () => {
  it.each(entities.map(entity => [stringifyEntityRef(entity), entity]))(
    '%s is a valid entity and says that it is sample data',
    async (_ref, value) => {
      const entity = value as Entity;
      const policy = EntityPolicies.allOf([
        new SchemaValidEntityPolicy(),
        new FieldFormatEntityPolicy(),
      ]);
      await policy.enforce(entity);
      expect(await VALIDATORS[entity.kind].check(entity)).toBe(true);
      expect(entity.metadata.annotations).toMatchObject({
        'mcp-portal.io/sample': 'true',
      });
      expect(entity.metadata.description).toBeTruthy();
    },
  );

  it('is loaded whole by all.yaml', () => {
    const [location] = entities.filter(({ kind }) => kind === 'Location');
    const targets = specOf(location).targets!.map(target =>
      relative(EXAMPLES, resolve(EXAMPLES, target)),
    );
    expect([...targets, 'all.yaml'].sort()).toEqual([...files].sort());
    expect(byRef.size).toBe(entities.length);
  });

  it('has 6 teams in 2 departments, and 14 people in them', () => {
    expect(ofType('department')).toHaveLength(2);
    expect(ofType('team')).toHaveLength(6);
    for (const team of ofType('team')) {
      expect(find(specOf(team).parent!, 'group')).toBeDefined();
    }
    const people = entities.filter(({ kind }) => kind === 'User');
    expect(people).toHaveLength(14);
    for (const person of people) {
      for (const group of specOf(person).memberOf!) {
        expect(find(group, 'group')).toBeDefined();
      }
    }
  });

  it('has each persona once', () => {
    const personas = entities.flatMap(
      ({ metadata }) => metadata.annotations?.['mcp-portal.io/persona'] ?? [],
    );
    expect(personas.sort()).toEqual([
      'engineer',
      'manager',
      'new-hire',
      'platform-admin',
    ]);
  });

  it('has servers and agents in the numbers that the pages are shown with', () => {
    expect(servers.length).toBeGreaterThanOrEqual(16);
    expect(agents.length).toBeGreaterThanOrEqual(18);
  });

  it('has one server without an owner that exists, and nothing else', () => {
    const unowned = [...servers, ...agents].filter(
      entity => !find(specOf(entity).owner, 'group'),
    );
    expect(unowned.map(({ metadata }) => metadata.name)).toEqual([
      'carrier-rates',
    ]);
    for (const entity of [...servers, ...agents]) {
      const { system } = specOf(entity);
      expect(system ? find(system, 'system') : 'none').toBeDefined();
    }
  });

  it('has the servers that can be started here, each by one exact version', () => {
    const started = servers.filter(server => specOf(server).packages);
    expect(
      started.map(server => specOf(server).packages![0].identifier).sort(),
    ).toEqual([
      '@modelcontextprotocol/server-everything',
      '@modelcontextprotocol/server-filesystem',
      '@modelcontextprotocol/server-memory',
      '@modelcontextprotocol/server-sequential-thinking',
    ]);
    for (const server of started) {
      const [{ identifier, version }] = specOf(server).packages!;
      expect(specOf(server).remotes[0].url).toContain(
        `${identifier}@${version}`,
      );
    }
  });

  it('has a deprecated server that says what replaces it', () => {
    const deprecated = servers.filter(
      s => specOf(s).lifecycle === 'deprecated',
    );
    expect(deprecated).toHaveLength(1);
    const [, ref] = /use (api:\S+) instead/.exec(
      deprecated[0].metadata.description!,
    )!;
    expect(find(ref, 'api')).toBeDefined();
  });

  it('has two servers that wrap the same system, of different teams', () => {
    const billing = servers.filter(
      server => specOf(server).system === 'billing',
    );
    expect(new Set(billing.map(server => specOf(server).owner)).size).toBe(2);
  });

  it('keeps what only a team may see out of other teams’ agents', () => {
    const hidden = servers.filter(s => specOf(s).visibility === 'team');
    expect(new Set(hidden.map(s => specOf(s).owner)).size).toBe(2);
    for (const server of hidden) {
      const users = agents.filter(agent =>
        specOf(agent).mcpServers.some(({ ref }) => find(ref, 'api') === server),
      );
      expect(users).toHaveLength(1);
      expect(specOf(users[0])).toMatchObject({
        owner: specOf(server).owner,
        visibility: 'team',
      });
    }
  });

  it('names only servers that exist, with version ranges that can be read', () => {
    for (const agent of agents) {
      expect(specOf(agent).mcpServers.length).toBeGreaterThan(0);
      for (const { ref, version } of specOf(agent).mcpServers) {
        expect(find(ref, 'api')).toBeDefined();
        expect(validRange(version ?? '*')).not.toBeNull();
      }
    }
  });

  it('uses only the words that the model has', () => {
    for (const server of servers) {
      const { trust, visibility, dataSensitivity, onCall } = specOf(server);
      expect(['internal', 'verified-third-party', 'unverified']).toContain(
        trust,
      );
      expect(['team', 'organisation', undefined]).toContain(visibility);
      expect(['public', 'internal', 'confidential', 'restricted']).toContain(
        dataSensitivity,
      );
      expect(onCall ?? 'https://').toMatch(/^https:\/\//);
    }
  });

  it('calls nobody by accident: its own hosts can’t exist', () => {
    const own = servers
      .flatMap(server => specOf(server).remotes)
      .filter(({ url }) => url.includes('harbourline'));
    expect(own.length).toBeGreaterThan(0);
    for (const { url } of own) {
      expect(new URL(url).hostname).toMatch(/\.(example|internal)$/);
    }
  });
});
