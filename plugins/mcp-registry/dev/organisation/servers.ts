import { fakeServer, minutesAgo, type FakeServer } from '../registry';
import {
  billingContract,
  filesystemContract,
  hugeContract,
  incidentContract,
  memoryContract,
} from './contracts';
import {
  billingHistory,
  featureStoreHistory,
  filesystemHistory,
  warehouseHistory,
} from './histories';
import {
  data,
  devex,
  gone,
  longTeam,
  payments,
  platform,
  support,
} from './teams';

/** A believable organisation: most of it well, some of it not. */
export function organisationServers(now: Date): FakeServer[] {
  return [
    fakeServer({
      now,
      name: 'billing',
      title: 'Billing',
      purpose: 'Invoices, refunds and dunning for all products.',
      owner: payments,
      version: '2.4.1',
      dependents: 2,
      dataSensitivity: 'confidential',
      onCall: 'https://oncall.example.com/payments',
      system: 'system:default/money',
      contract: billingContract,
      versions: () => billingHistory(now),
      credential: 'billing-read-only',
      serverInfo: { name: 'billing-mcp', version: '2.4.1' },
      remotes: [
        { type: 'streamable-http', url: 'https://mcp.example.com/billing' },
      ],
      tags: ['money', 'pci'],
      links: [{ url: 'https://docs.example.com/billing', title: 'Handbook' }],
    }),
    fakeServer({
      now,
      name: 'filesystem',
      title: 'Filesystem',
      purpose: 'Reads and writes files in folders that the caller allows.',
      owner: devex,
      version: '2026.8.31',
      trust: 'verified-third-party',
      dependents: 2,
      contract: filesystemContract,
      versions: () => filesystemHistory(now),
      mayOverride: true,
      serverInfo: { name: 'secure-filesystem-server', version: '0.2.0' },
      registryName: 'io.github.modelcontextprotocol/server-filesystem',
      packages: [
        {
          registryType: 'npm',
          identifier: '@modelcontextprotocol/server-filesystem',
          version: '2026.8.31',
          transport: { type: 'stdio' },
          packageArguments: [
            { type: 'positional', valueHint: 'allowed_directory' },
          ],
        },
      ],
      remotes: [
        {
          type: 'stdio',
          url: 'npx -y @modelcontextprotocol/server-filesystem',
        },
      ],
    }),
    fakeServer({
      now,
      name: 'memory',
      title: 'Memory',
      purpose: 'A knowledge graph that outlives the conversation.',
      owner: devex,
      version: '2026.8.31',
      trust: 'verified-third-party',
      contract: memoryContract,
      packages: [
        {
          registryType: 'npm',
          identifier: '@modelcontextprotocol/server-memory',
          version: '2026.8.31',
          transport: { type: 'stdio' },
        },
      ],
    }),
    fakeServer({
      now,
      name: 'incidents',
      title: 'Incidents',
      purpose: 'Open, find and close incidents.',
      owner: platform,
      version: '1.9.0',
      dependents: 1,
      contract: incidentContract,
      lastGood: 60 * 26,
      health: {
        level: 'attention',
        stale: true,
        reason:
          'The last 3 attempts failed: the server wants a credential. It answered 26 hours ago.',
      },
      remotes: [
        { type: 'streamable-http', url: 'https://mcp.example.com/incidents' },
      ],
    }),
    fakeServer({
      now,
      name: 'crm',
      title: 'Customer records',
      purpose: 'Customers, contacts and their history.',
      owner: support,
      lifecycle: 'deprecated',
      dependents: 1,
      health: {
        level: 'problem',
        reason:
          'It has never answered: the name mcp.crm.example.com does not resolve.',
      },
      remotes: [{ type: 'sse', url: 'https://mcp.crm.example.com/sse' }],
    }),
    fakeServer({
      now,
      name: 'growth-experiments',
      title: 'Growth experiments',
      purpose: 'Starts and stops experiments.',
      owner: gone,
      lifecycle: 'experimental',
      trust: 'unverified',
      health: { level: 'unknown', reason: 'Nobody has asked it yet.' },
      remotes: [
        { type: 'streamable-http', url: 'https://experiments.example.com/mcp' },
      ],
      sample: false,
    }),
    fakeServer({
      now,
      name: 'warehouse',
      title:
        'Warehouse of regulatory, risk and treasury data for Europe and the Middle East',
      purpose:
        'Every prepared query of the warehouse as a tool of its own, for analysts who need exactly the numbers that the regulator was shown, as of any day since 2011, in any reporting currency.',
      owner: longTeam,
      version: '14.0.0',
      visibility: 'team',
      dataSensitivity: 'restricted',
      contract: hugeContract(400),
      versions: () => warehouseHistory(now),
      mayPublish: false,
      remotes: [
        {
          type: 'streamable-http',
          url: 'https://warehouse.internal.example.com/regulatory/reporting/mcp',
        },
      ],
    }),
    fakeServer({
      now,
      name: 'feature-store',
      title: 'Feature store',
      purpose: 'Features for models, with their lineage.',
      owner: data,
      version: '0.8.2',
      lifecycle: 'experimental',
      contract: memoryContract,
      versions: () => featureStoreHistory(memoryContract, now),
      driftAcknowledgement: {
        by: 'user:default/jonas.weber',
        at: minutesAgo(60 * 20, now),
        reason: 'The canary runs the next version until Thursday.',
      },
      health: {
        level: 'attention',
        reason: 'It answers, but took 8.2 s at the last attempt.',
      },
      packages: [
        {
          registryType: 'oci',
          identifier: 'registry.example.com/data/feature-store-mcp',
          version: '0.8.2',
          transport: { type: 'stdio' },
          environmentVariables: [
            { name: 'FEATURE_STORE_TOKEN', isSecret: true, isRequired: true },
          ],
        },
      ],
    }),
  ];
}
