import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { SimilarServer } from '@mcp-portal/plugin-mcp-registry-common';
import type { NameCheck } from '@mcp-portal/plugin-mcp-templates-common';
import { readTemplateSettings } from '@mcp-portal/plugin-mcp-templates-node';

import { ENTITIES, server } from '../../../__testUtils__/entities';
import { ADA, OWNERSHIP } from '../../../__testUtils__/people';
import { AS_PETRA, runAction } from '../../../__testUtils__/runAction';
import { createServerCheckAction } from './createServerCheckAction';
import type { WantedServer } from './ServerCheck';

const WANTED: WantedServer = {
  kind: 'server',
  name: 'billing-invoices',
  owner: 'group:default/payments',
  purpose: { text: 'Looks up the invoices of a customer.' },
  visibility: 'organisation',
  dataSensitivity: 'confidential',
  createdFrom: 'mcp-server-typescript@1',
};

const VERY_CLOSE = {
  server: { ref: 'api:default/rates', name: 'rates', title: 'Exchange rates' },
  score: 0.9,
  level: 'very-close',
  tools: [{ name: 'get_rate', score: 0.9 }],
  because: ['rates'],
} as unknown as SimilarServer;

function actionWith(
  options: {
    entities?: Entity[];
    /** Entities that the person may not see. */
    hidden?: string[];
    names?: Partial<NameCheck>;
    similar?: () => Promise<SimilarServer[]>;
    config?: object;
    /** What the catalog was told of. */
    location?: string;
  } = {},
) {
  const { entities = ENTITIES, hidden = [], similar, names } = options;
  const catalog = catalogServiceMock({ entities });
  const getEntityByRef = catalog.getEntityByRef.bind(catalog);
  catalog.getEntityByRef = async (ref, request) =>
    hidden.includes(String(ref)) ? undefined : getEntityByRef(ref, request);
  catalog.getLocationByRef = async (ref, request) =>
    ref === `url:${options.location}` &&
    request &&
    'credentials' in request &&
    mockServices.auth().isPrincipal(request.credentials, 'service')
      ? { id: '1', type: 'url', target: ref, entityRef: 'location:default/x' }
      : undefined;
  const findSimilar = jest.fn(async (..._: unknown[]) =>
    similar ? similar() : [],
  );
  const checkName = jest.fn(async (..._: unknown[]) => ({
    name: WANTED.name,
    available: true,
    ...names,
  }));
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, { credentials }: any) =>
      requests.map(() => ({
        result:
          credentials.principal.userEntityRef === ADA
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
  });
  const action = createServerCheckAction({
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    catalog,
    permissions,
    userInfo: {
      getUserInfo: async ({ principal }: any) => ({
        userEntityRef: principal.userEntityRef,
        ownershipEntityRefs: OWNERSHIP[principal.userEntityRef],
      }),
    },
    registry: { findSimilar },
    templates: { checkName },
    settings: readTemplateSettings(
      mockServices.rootConfig({
        data: {
          mcpTemplates: {
            repositories: { directory: 'repositories' },
            ...options.config,
          },
        },
      }),
    ),
    addresses: {
      portalUrl: 'https://portal.example.com',
      otlpUrl: 'https://portal.example.com/api/mcp-cost',
    },
  });
  return { action, findSimilar, checkName };
}

const check = (
  changes: Partial<WantedServer> = {},
  options: Parameters<typeof actionWith>[0] & { as?: string } = {},
) =>
  runAction(
    actionWith(options).action,
    { ...WANTED, ...changes },
    options.as
      ? {
          getInitiatorCredentials: async () => mockCredentials.user(options.as),
        }
      : {},
  );

describe('mcp:server:check', () => {
  it('gives all that a skeleton is filled with', async () => {
    const { output } = await check({
      owner: 'payments',
      system: 'billing',
      purpose: {
        text: '  Looks up the invoices\n of a customer. ',
        whyNew: 'None of the others knows drafts.',
        closest: ['api:default/rates'],
      },
    });
    const repository = {
      type: 'local',
      owner: 'payments',
      name: 'billing-invoices',
      repoUrl: 'portal.example.com?owner=payments&repo=billing-invoices',
      url: 'https://portal.example.com/mcp-repositories/payments/billing-invoices',
      catalogInfoUrl:
        'https://portal.example.com/mcp-repositories/payments/billing-invoices/blob/main/catalog-info.yaml',
      defaultBranch: 'main',
    };
    expect(output).toEqual({
      entityRef: 'api:default/billing-invoices',
      repository,
      repositoryVisibility: 'private',
      values: {
        kind: 'server',
        name: 'billing-invoices',
        title: 'Billing invoices',
        purpose: 'Looks up the invoices of a customer.',
        whyNew: 'None of the others knows drafts.',
        ownerRef: 'group:default/payments',
        ownerName: 'payments',
        systemRef: 'system:default/billing',
        lifecycle: 'experimental',
        visibility: 'organisation',
        dataSensitivity: 'confidential',
        url: 'http://localhost:4102/mcp',
        port: 4102,
        portalUrl: 'https://portal.example.com',
        otlpUrl: 'https://portal.example.com/api/mcp-cost',
        issuer: '',
        imageRegistry: 'registry.example.com/mcp',
        cliPackage: '@mcp-portal/cli',
        repository,
        createdFrom: 'mcp-server-typescript@1',
      },
    });
  });

  it('lists all that is wrong at once', async () => {
    const wrong = check(
      {
        owner: 'group:default/freight',
        system: 'system:default/nowhere',
        purpose: { text: 'Too short' },
      },
      { names: { available: false, message: 'The name is taken.' } },
    );
    await expect(wrong).rejects.toMatchObject({
      name: 'InputError',
      message: [
        "This server can't be made as it was asked for:",
        '- name: The name is taken.',
        "- owner: you don't belong to group:default/freight. Choose a team of your own: group:default/payments.",
        '- system: the catalog has no system "system:default/nowhere" that you may see. Choose another, or none.',
        '- purpose: it has 9 characters; write one or two sentences, with 20 to 300.',
      ].join('\n'),
      stack: expect.not.stringContaining('ServerCheck'),
    });
  });

  it('asks for the name as the person', async () => {
    const { action, checkName } = actionWith();
    await runAction(action, { ...WANTED });
    expect(checkName).toHaveBeenCalledWith(
      { kind: 'server', name: 'billing-invoices' },
      AS_PETRA,
    );
  });

  describe('the owner', () => {
    it('is any team that there is, for whoever manages the templates', async () => {
      const owner = 'group:default/freight';
      const { output } = await check({ owner }, { as: ADA });
      expect(output.values).toMatchObject({ ownerRef: owner });
      await expect(
        check({ owner: 'group:default/nobody' }, { as: ADA }),
      ).rejects.toThrow('the catalog knows no team group:default/nobody');
    });

    it('needs a right to choose any team from a script, which belongs to none', async () => {
      const { action } = actionWith();
      const run = runAction(
        action,
        { ...WANTED },
        { getInitiatorCredentials: async () => mockCredentials.service() },
      );
      await expect(run).rejects.toThrow('and to no other team');
    });

    it.each([
      'user:default/petra',
      'group:default/',
      'component:default/payments',
    ])('is a team, and not %s', async owner => {
      await expect(check({ owner })).rejects.toThrow(`"${owner}" is no team`);
    });

    it('is in the catalog', async () => {
      await expect(check({}, { entities: [] })).rejects.toThrow(
        'the catalog knows no team group:default/payments',
      );
    });
  });

  describe('the purpose', () => {
    it('needs a reason when a server comes very close', async () => {
      const similar = async () => [VERY_CLOSE];
      await expect(check({}, { similar })).rejects.toThrow(
        '- purpose: Exchange rates (api:default/rates) comes very close, with get_rate. Use it, or say in one sentence why it does not fit.',
      );
      const purpose = { ...WANTED.purpose, whyNew: 'It has no history.' };
      const { output } = await check({ purpose }, { similar });
      expect(output.values).toMatchObject({ whyNew: 'It has no history.' });
    });

    it.each<[string, Partial<WantedServer>, SimilarServer['level']]>([
      ['a server that is close', {}, 'close'],
      ['an agent', { kind: 'agent' }, 'very-close'],
      [
        'a server that runs',
        {
          existing: {
            url: 'https://mcp.example.com/mcp',
            transport: 'streamable-http',
          },
        },
        'very-close',
      ],
    ])('needs none for %s', async (_, changes, level) => {
      const similar = async () => [{ ...VERY_CLOSE, level }];
      const { output } = await check(changes, { similar });
      expect(output.values).not.toHaveProperty('whyNew');
    });

    it('stops nobody when the registry can not tell', async () => {
      const similar = async () => {
        throw new TypeError('fetch failed');
      };
      const { output, log } = await check({}, { similar });
      expect(output.values).toBeDefined();
      expect(log[0]).toMatch(/^warn: Nobody could look .* fetch failed$/);
    });

    it.each([
      ['turns direction', 'Looks up the invoices \u202e of customers'],
      ['is a control', 'Looks up the invoices \u0007 of customers'],
      ['has no width', 'Looks up the invoices\u200b of customers'],
    ])('holds nothing that %s', async (_, text) => {
      await expect(check({ purpose: { text } })).rejects.toThrow(
        'it has characters that are not seen',
      );
    });
  });

  describe('the repository', () => {
    const config = {
      repositories: {
        type: 'github',
        host: 'github.com',
        owner: 'acme',
        visibility: 'internal',
      },
    };
    const file =
      'https://github.com/acme/billing-invoices/blob/main/catalog-info.yaml';

    it('is as the operator wants it, and for the team only where the server is', async () => {
      const everyones = await check({}, { config });
      expect(everyones.output.repositoryVisibility).toBe('internal');
      const teams = await check({ visibility: 'team' }, { config });
      expect(teams.output.repositoryVisibility).toBe('private');
    });

    it('is none that the catalog was told of: a failed run takes its location away', async () => {
      await expect(check({}, { config, location: file })).rejects.toThrow(
        `name: the catalog was told of ${file} already.`,
      );
      const other = await check({}, { config, location: `${file}.old` });
      expect(other.output.repository).toMatchObject({ catalogInfoUrl: file });
    });
  });

  describe('the port', () => {
    it('is free among hidden servers too, and comes with the URL', async () => {
      const hidden = ['api:default/ledger'];
      const { output } = await check({}, { hidden });
      expect(output.values).toMatchObject({
        port: 4102,
        url: 'http://localhost:4102/mcp',
      });
    });

    it('is any when each server has a name of its own', async () => {
      const config = {
        servers: {
          url: 'https://{name}.mcp.example.com/mcp',
          ports: { from: 4100, to: 4101 },
        },
      };
      const { output } = await check({}, { config });
      expect(output.values).toMatchObject({
        port: 4100,
        url: 'https://billing-invoices.mcp.example.com/mcp',
      });
    });

    it('is said to be missing when all are taken', async () => {
      const config = { servers: { ports: { from: 4100, to: 4101 } } };
      await expect(check({}, { config })).rejects.toThrow(
        'the ports from 4100 to 4101 are all taken',
      );
    });
  });

  describe('a server that runs already', () => {
    const existing = (url: string, onCall?: string) => ({
      existing: { url, transport: 'sse' as const, ...(onCall && { onCall }) },
    });

    it('keeps its address', async () => {
      const { output } = await check(
        existing('https://mcp.example.com/sse', 'https://pager.example.com/x'),
      );
      expect(output.values).toMatchObject({
        url: 'https://mcp.example.com/sse',
        port: 443,
        existing: { transport: 'sse', onCall: 'https://pager.example.com/x' },
      });
    });

    it.each([
      'mcp.example.com',
      'file:///etc/passwd',
      'https://user:secret@mcp.example.com/mcp',
      'https://mcp.example.com/mcp?key=secret',
      'https://mcp.example.com/mcp#x',
      'https://mcp.example.com/"$(id)"',
    ])('has no address like %s', async url => {
      await expect(check(existing(url))).rejects.toThrow(/^- URL: /m);
    });

    it('has a link to who is on call, if any', async () => {
      await expect(
        check(existing('https://mcp.example.com/mcp', 'tel:112')),
      ).rejects.toThrow('- on call: give an https:// link');
    });

    it('is not there twice', async () => {
      await expect(
        check(existing('http://LOCALHOST:4100/mcp/')),
      ).rejects.toThrow('api:default/rates is registered with it already');
    });

    it('tells nothing of a hidden server that has the address', async () => {
      const failure = check(existing('http://localhost:4101/mcp'), {
        hidden: ['api:default/ledger'],
      });
      await expect(failure).rejects.toThrow(
        'a server that you may not see is registered with it already',
      );
      await expect(failure).rejects.not.toThrow('ledger');
    });
  });

  describe('an agent', () => {
    it('gets the servers that it uses', async () => {
      const stdio = server('notes', { owner: 'payments', port: 1 });
      stdio.spec!.remotes = [{ type: 'stdio', url: 'npx notes' }];
      const { output } = await check(
        {
          kind: 'agent',
          servers: ['rates', 'api:default/notes', 'api:default/rates'],
        },
        { entities: [...ENTITIES, stdio] },
      );
      expect(output).toMatchObject({
        entityRef: 'component:default/billing-invoices',
        values: { kind: 'agent', url: '' },
      });
      expect((output.values as { servers: object[] }).servers).toEqual([
        {
          ref: 'api:default/rates',
          name: 'rates',
          url: 'http://localhost:4100/mcp',
          transport: 'streamable-http',
        },
        { ref: 'api:default/notes', name: 'notes' },
      ]);
    });

    it('uses no server that the person may not see, nor what is none', async () => {
      const servers = ['api:default/ledger', 'system:default/billing'];
      const failure = check(
        { kind: 'agent', servers },
        { hidden: ['api:default/ledger'] },
      );
      for (const ref of servers) {
        await expect(failure).rejects.toThrow(
          `the portal lists no server "${ref}" that you may see`,
        );
      }
    });
  });

  it('reads only, so a dry run does the same', () => {
    expect(actionWith().action.supportsDryRun).toBe(true);
  });
});
