import type { RecordRefusal } from '@mcp-portal/plugin-mcp-cost-common';

import type {
  CatalogSnapshot,
  DirectoryAgent,
  DirectoryServer,
} from '../catalog';
import type { ReportedUsage, Reporter } from '../ingestion';
import type { Attribution } from '../usage';
import { CatalogAttributor } from './CatalogAttributor';

const PAYMENTS = 'group:default/payments';
const LOGISTICS = 'group:default/logistics';
const OTHERS = 'group:default/others';

function aServer(
  name: string,
  remotes: string[],
  others: Partial<DirectoryServer> = {},
): DirectoryServer {
  return {
    ref: `api:default/${name}`,
    title: name,
    ownerRef: OTHERS,
    remotes,
    visibility: 'organisation',
    sample: false,
    ...others,
  };
}

function anAgent(
  name: string,
  ownerRef: string,
  others: Partial<DirectoryAgent> = {},
): DirectoryAgent {
  return {
    ref: `component:default/${name}`,
    name,
    title: name,
    ownerRef,
    serverRefs: [],
    visibility: 'organisation',
    sample: false,
    ...others,
  };
}

const byRef = <T extends { ref: string }>(items: T[]) =>
  new Map(items.map(item => [item.ref, item]));

const CATALOG: CatalogSnapshot = {
  readAt: new Date(0),
  teams: byRef(
    [PAYMENTS, LOGISTICS, OTHERS].map(ref => ({
      ref,
      title: ref.slice('group:default/'.length),
      childRefs: [],
      sample: false,
    })),
  ),
  servers: byRef([
    aServer('ledger', ['https://Ledger.example.com:443/mcp/'], {
      registryName: 'com.example/ledger',
    }),
    aServer('freight', ['npx -y freight']),
    aServer('one', ['https://shared.example.com/one']),
    aServer('two', ['https://shared.example.com/two']),
    aServer('odd', ['http://odd.example.com:8080']),
    aServer('twin', ['https://twins.example.com/mcp']),
    aServer('twin-2', ['https://twins.example.com/mcp']),
    aServer('one', [], { ref: 'api:other/one' }),
  ]),
  agents: byRef([
    anAgent('clerk', PAYMENTS, {
      title: 'The Clerk',
      serverRefs: ['api:default/ledger'],
    }),
    anAgent('busy', PAYMENTS, {
      serverRefs: ['api:default/freight', 'api:default/twin-2'],
    }),
    anAgent('driver', LOGISTICS),
    anAgent('spy', OTHERS),
    anAgent('both', PAYMENTS),
    anAgent('both', LOGISTICS, { ref: 'component:other/both' }),
  ]),
  teamsBelow: () => [],
};

const KEY: Reporter = { id: 'key', teamRef: PAYMENTS, reportsFor: [] };
const COLLECTOR: Reporter = { ...KEY, reportsFor: [LOGISTICS] };

function usage(others: Partial<ReportedUsage> = {}): ReportedUsage {
  return {
    index: 4,
    id: 'x',
    idKind: 'span',
    revision: 0,
    occurredAtMs: 0,
    kind: 'tool-call',
    agent: 'clerk',
    environment: 'production',
    serverNames: [],
    tool: 'book',
    measures: {
      isCall: true,
      isError: false,
      inputTokens: 0,
      cachedInputTokens: 0,
      outputTokens: 0,
      quantityNanos: 0n,
    },
    ...others,
  };
}

const attributor = new CatalogAttributor();
const attribute = (
  others?: Partial<ReportedUsage>,
  reporter = KEY,
): Partial<Attribution & RecordRefusal> =>
  attributor.attribute(CATALOG, reporter, usage(others));

describe('Attribution of usage', () => {
  it('ties it to team, agent, environment and server', () => {
    expect(
      attribute({
        user: 'Petra',
        environment: 'Production',
        serverNames: ['ledger'],
      }),
    ).toEqual({
      teamRef: PAYMENTS,
      environment: 'production',
      kind: 'tool-call',
      agent: 'component:default/clerk',
      userRef: 'user:default/petra',
      serverRef: 'api:default/ledger',
      serverHint: '',
      tool: 'book',
      model: '',
      provider: '',
      unit: '',
    });
  });

  describe('to a team', () => {
    it.each([
      ['its own', PAYMENTS, PAYMENTS],
      ['its own by name', 'payments', PAYMENTS],
      ['none', undefined, PAYMENTS],
    ])('takes that of the key, where %s is said', (_, team, teamRef) => {
      expect(attribute({ team })).toMatchObject({ teamRef });
    });

    it.each([LOGISTICS, 'logistics', 'nowhere'])(
      'is never moved by saying %s',
      team => {
        expect(attribute({ team })).toEqual({
          index: 4,
          id: 'x',
          code: 'team-not-allowed',
          message: 'the key does not report for the team that it names',
        });
      },
    );

    it.each([
      ['clerk', PAYMENTS, 'component:default/clerk'],
      ['The Clerk', PAYMENTS, 'component:default/clerk'],
      ['driver', LOGISTICS, 'component:default/driver'],
      ['component:default/driver', LOGISTICS, 'component:default/driver'],
    ])(
      'is decided by the agent %s where a key reports for several',
      (agent, teamRef, ref) => {
        expect(attribute({ agent }, COLLECTOR)).toMatchObject({
          teamRef,
          agent: ref,
        });
      },
    );

    it.each([
      ['spy', 'an agent of another team'],
      ['nobody', 'an unknown agent'],
      ['both', 'an agent that two teams have'],
    ])('is refused for %s, %s, to a key for several', agent => {
      expect(attribute({ agent }, COLLECTOR)).toMatchObject({
        code: 'team-not-allowed',
      });
    });

    it('is said the same of an unknown agent and of one of other teams', () => {
      expect(attribute({ agent: 'spy' }, COLLECTOR).message).toBe(
        attribute({ agent: 'nobody' }, COLLECTOR).message,
      );
    });

    it('is narrowed by a claim, but not against whose the agent is', () => {
      expect(
        attribute({ agent: 'nobody', team: 'logistics' }, COLLECTOR),
      ).toMatchObject({ teamRef: LOGISTICS, agent: 'nobody' });
      expect(
        attribute({ agent: 'both', team: 'logistics' }, COLLECTOR),
      ).toMatchObject({ teamRef: LOGISTICS, agent: 'component:other/both' });
      expect(
        attribute({ agent: 'driver', team: PAYMENTS }, COLLECTOR),
      ).toMatchObject({ code: 'team-not-allowed' });
    });

    it('is refused when it is no longer in the catalog', () => {
      expect(
        attribute({}, { ...KEY, teamRef: 'group:default/gone' }),
      ).toMatchObject({ code: 'unknown-team' });
    });
  });

  describe('to an agent', () => {
    it.each([
      ['nobody', 'nobody'],
      ['spy', 'spy'],
      // Never in the form of a ref, which would be someone else's agent.
      ['component:default/spy', 'spy'],
      ['component:spy', 'spy'],
    ])('keeps the name of %s, which is not of the team', (agent, kept) => {
      expect(attribute({ agent })).toMatchObject({ agent: kept });
    });

    it('takes the first of its names that the catalog knows', () => {
      expect(
        attribute({ agent: 'Planner', agentAliases: ['asst_1', 'clerk'] }),
      ).toMatchObject({ agent: 'component:default/clerk' });
      expect(
        attribute({ agent: 'Planner', agentAliases: ['crew'] }),
      ).toMatchObject({ agent: 'Planner' });
    });

    it('or a person, whatever their id looks like', () => {
      const user = (id: string) =>
        attribute({ agent: undefined, user: id }).userRef;

      expect(user('user:default/petra')).toBe('user:default/petra');
      expect(user('auth0|507f')).toBe('user:default/auth0|507f');
      expect(user('https://id.example.com/7')).toBe(
        'user:default/https-id.example.com-7',
      );
      expect(user('group:default/payments')).toBe(
        'user:default/group-default-payments',
      );
    });

    it('is refused without either', () => {
      expect(attribute({ agent: undefined })).toMatchObject({
        code: 'missing-agent-or-user',
      });
    });
  });

  it('is refused without an environment', () => {
    expect(attribute({ environment: undefined })).toMatchObject({
      code: 'missing-environment',
    });
  });

  describe('to a server', () => {
    it.each([
      ['api:default/ledger', 'ledger'],
      ['default/ledger', 'ledger'],
      ['Ledger', 'ledger'],
      ['com.example/ledger', 'ledger'],
      ['https://ledger.example.com/mcp', 'ledger'],
      ['HTTPS://LEDGER.example.com:443/mcp/?session=1', 'ledger'],
      ['//ledger.example.com:443/mcp', 'ledger'],
      ['//ledger.example.com', 'ledger'],
      ['ledger.example.com', 'ledger'],
      ['https://ledger.example.com/messages', 'ledger'],
      ['https://shared.example.com/two', 'two'],
      ['http://odd.example.com:8080/', 'odd'],
      ['//odd.example.com', 'odd'],
      // A name without a namespace means the default one.
      ['one', 'one'],
    ])('finds %s', (name, server) => {
      expect(attribute({ agent: 'nobody', serverNames: [name] })).toMatchObject(
        { serverRef: `api:default/${server}`, serverHint: '' },
      );
    });

    it.each([
      ['weather', 'weather'],
      ['https://key:secret@new.example.com:9000/x?t=s', 'new.example.com:9000'],
      ['https://shared.example.com/three', 'shared.example.com'],
      ['//odd.example.com:443', 'odd.example.com'],
      ['https://twins.example.com/mcp', 'twins.example.com'],
    ])('keeps of %s, which could be none or several, a hint', (name, hint) => {
      expect(attribute({ agent: 'nobody', serverNames: [name] })).toMatchObject(
        { serverRef: '', serverHint: hint },
      );
    });

    it('takes, of several, the one that the agent declares', () => {
      expect(
        attribute({
          agent: 'busy',
          serverNames: ['https://twins.example.com/mcp'],
        }),
      ).toMatchObject({ serverRef: 'api:default/twin-2' });
    });

    it('takes the first name that fits', () => {
      expect(
        attribute({ serverNames: ['unknown', '//odd.example.com', 'ledger'] }),
      ).toMatchObject({ serverRef: 'api:default/odd' });
    });

    it('takes the only one that the agent declares where nothing is said', () => {
      expect(attribute({ agent: 'clerk' })).toMatchObject({
        serverRef: 'api:default/ledger',
      });
      expect(attribute({ agent: 'busy' })).toMatchObject({ serverRef: '' });
      expect(attribute({ kind: 'model-call' })).toMatchObject({
        serverRef: '',
      });
      expect(attribute({ serverNames: ['unknown'] })).toMatchObject({
        serverRef: '',
      });
    });
  });

  it('gives the same again without looking, but not over keys or catalogs', () => {
    const first = attribute({ agent: 'driver' });

    expect(attribute({ agent: 'driver' })).toBe(first);
    expect(attribute({ agent: 'driver' }, COLLECTOR)).toMatchObject({
      teamRef: LOGISTICS,
    });
    const later = { ...CATALOG, agents: new Map() };
    expect(attributor.attribute(later, KEY, usage())).toMatchObject({
      agent: 'clerk',
    });
  });
});
