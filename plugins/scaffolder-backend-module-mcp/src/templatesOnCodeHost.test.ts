import { BackendFeature } from '@backstage/backend-plugin-api';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';

import { PETRA } from './__testUtils__/people';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';
import { StubGitHub } from './__testUtils__/StubGitHub';
import { TaskRun } from './__testUtils__/TaskRun';

jest.setTimeout(180_000);

const values = (name: string) => ({
  name,
  owner: 'group:default/payments',
  purpose: { text: 'Converts times between the zones of the world.' },
  visibility: 'organisation',
  dataSensitivity: 'internal',
});

describe('the templates, with a code host that fails midway', () => {
  let host: StubGitHub;
  let portal: TestPortal;

  beforeAll(async () => {
    host = await StubGitHub.start();
    portal = await startTestPortal({
      repositories: {
        type: 'github',
        host: 'github.example.com',
        owner: 'acme',
        visibility: 'internal',
      },
      config: {
        integrations: {
          github: [
            {
              host: 'github.example.com',
              apiBaseUrl: host.url,
              rawBaseUrl: host.url,
              token: 'secret-of-the-portal',
            },
          ],
        },
      },
      features: [githubModule as BackendFeature],
    });
  });

  afterAll(async () => {
    await portal?.backend.stop();
    await host?.stop();
  });

  const locations = async () => {
    const { body } = await portal.ask<object[]>(
      'user:default/ada',
      '/catalog/locations',
    );
    return body.filter(location => JSON.stringify(location).includes('acme'));
  };

  it('say what to remove when the host takes no push, and need no second repository when tried again', async () => {
    host.making = 'no-push';
    const run = await portal.run(
      PETRA,
      'mcp-server-typescript',
      values('zones'),
    );
    expect(run.status).toBe('failed');
    expect(host.repositories).toContain('zones');
    expect(run.step('github')).toBe('failed');
    expect(run.step('catalog')).toBe('skipped');
    expect(run.step('undo')).toBe('completed');
    expect(run.log).toContain('https://github.example.com/acme/zones');
    expect(run.log).toMatch(/Remove by hand the repository .*acme\/zones/);
    expect(run.log).not.toContain('Nothing is left');
    expect(run.log).not.toContain('secret-of-the-portal');
    expect(await locations()).toEqual([]);

    await portal.ask(PETRA, `/scaffolder/v2/tasks/${run.id}/retry`, {
      body: {},
    });
    const again = await TaskRun.follow(portal.ask, { user: PETRA, id: run.id });
    expect(again.status).toBe('failed');
    const made = host.requests.filter(one => one === 'POST /orgs/acme/repos');
    expect(made).toHaveLength(1);
  });

  it('say what may be there when the host makes a repository and says that it failed', async () => {
    host.making = 'made-but-500';
    const run = await portal.run(
      PETRA,
      'mcp-server-typescript',
      values('clocks'),
    );
    expect(run.status).toBe('failed');
    expect(run.error).toContain('Failed to create the Organization repository');
    expect(run.log).toMatch(
      /Remove by hand the repository .*acme\/clocks, if it is there/,
    );
    expect(await locations()).toEqual([]);
  });
});
