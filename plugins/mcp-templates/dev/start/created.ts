import type {
  Created,
  LocalRepository,
} from '@mcp-portal/plugin-mcp-templates-common';

/** What the template for a server in TypeScript made. */
export function fakeCreated(changes: Partial<Created> = {}): Created {
  return {
    kind: 'server',
    entityRef: 'api:default/late-invoices',
    title: 'Late invoices',
    ownerRef: 'group:default/payments',
    repository: {
      type: 'local',
      owner: 'payments',
      name: 'late-invoices',
      repoUrl: 'local?owner=payments&repo=late-invoices',
      url: 'http://localhost/mcp-repositories/payments/late-invoices',
      catalogInfoUrl:
        'http://localhost/mcp-repositories/payments/late-invoices/blob/main/catalog-info.yaml',
      defaultBranch: 'main',
      cloneUrl: '/srv/portal/repositories/payments/late-invoices.git',
    },
    url: 'http://localhost:4107/mcp',
    port: 4107,
    language: 'typescript',
    contract: { sha256: 'ab'.repeat(32), tools: 3, score: 100 },
    ...changes,
  };
}

/** A repository that the portal keeps. */
export function fakeRepository(
  changes: Partial<LocalRepository> = {},
): LocalRepository {
  return {
    team: 'payments',
    name: 'late-invoices',
    description: 'Finds the invoices that are late.',
    defaultBranch: 'main',
    cloneUrl: '/srv/portal/repositories/payments/late-invoices.git',
    lastCommit: {
      id: '0123456789abcdef',
      message: 'Start from mcp-server-typescript@1\n\nDetails.',
      at: '2026-11-20T08:00:00Z',
    },
    files: [
      { path: 'README.md', sizeBytes: 1200 },
      { path: 'src/tools/index.ts', sizeBytes: 640 },
    ],
    readme:
      '# Late invoices\n\nSee [the tools](./src/tools/index.ts) and <script>window.hurt = true</script> [no](javascript:alert(1)).',
    ...changes,
  };
}
