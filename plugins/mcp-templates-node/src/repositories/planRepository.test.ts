import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

import type { OperatorSettings } from '../settings';
import { planRepository } from './planRepository';

const WHAT = {
  teamRef: 'group:default/payments',
  name: 'billing-invoices',
  baseUrl: 'https://portal.test/',
};

const onHost = (
  type: 'github' | 'gitlab',
  owner: string,
  owners = {},
): Pick<OperatorSettings, 'repositories'> => ({
  repositories: {
    type,
    host: `${type}.com`,
    owner,
    owners,
    visibility: 'internal',
  },
});

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));

describe('planRepository', () => {
  it('plans a local repository below the portal', () => {
    const local = { repositories: { type: 'local', directory: '/x' } } as const;
    expect(planRepository(local, WHAT)).toEqual({
      type: 'local',
      owner: 'payments',
      name: 'billing-invoices',
      repoUrl: 'portal.test?owner=payments&repo=billing-invoices',
      url: 'https://portal.test/mcp-repositories/payments/billing-invoices',
      catalogInfoUrl:
        'https://portal.test/mcp-repositories/payments/billing-invoices/blob/main/catalog-info.yaml',
      defaultBranch: 'main',
    });
    const elsewhere = { ...WHAT, teamRef: 'group:eu/payments' };
    expect(planRepository(local, elsewhere).owner).toBe('eu~payments');
  });

  it("plans a repository of GitHub, as upstream's action takes it", () => {
    const plan = planRepository(onHost('github', 'acme'), WHAT);
    expect(plan).toMatchObject({
      type: 'github',
      owner: 'acme',
      url: 'https://github.com/acme/billing-invoices',
      catalogInfoUrl:
        'https://github.com/acme/billing-invoices/blob/main/catalog-info.yaml',
    });
    expect(parseRepoUrl(plan.repoUrl, integrations)).toMatchObject({
      host: 'github.com',
      owner: 'acme',
      repo: 'billing-invoices',
    });
  });

  it('plans a project of GitLab in a group within a group', () => {
    const owners = { 'group:default/payments': 'acme/payments' };
    const plan = planRepository(onHost('gitlab', 'acme', owners), WHAT);
    expect(plan.catalogInfoUrl).toBe(
      'https://gitlab.com/acme/payments/billing-invoices/-/blob/main/catalog-info.yaml',
    );
    expect(parseRepoUrl(plan.repoUrl, integrations)).toMatchObject({
      owner: 'acme/payments',
      repo: 'billing-invoices',
    });
    const support = { ...WHAT, teamRef: 'support' };
    const settings = onHost('gitlab', 'acme', owners);
    expect(planRepository(settings, support).owner).toBe('acme');
  });

  it.each(['../x', 'Billing', 'a', 'x'.repeat(51), 'bill&ing', 'bïlling'])(
    'plans nothing named %j',
    name => {
      const settings = onHost('github', 'acme');
      expect(() => planRepository(settings, { ...WHAT, name })).toThrow(
        /can't be the name of a repository/,
      );
    },
  );
});
