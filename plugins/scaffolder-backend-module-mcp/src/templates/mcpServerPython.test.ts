import {
  checkConventions,
  createSnapshot,
  parseSnapshot,
} from '@mcp-portal/mcp-contract';
import {
  ANNOTATION_CREATED_FROM,
  ANNOTATION_WHY_NEW,
  type SkeletonValues,
} from '@mcp-portal/plugin-mcp-templates-common';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';

import {
  entityIn,
  expectPurposeIn,
  HOSTILE_TEXTS,
  manifestsIn,
} from '../__testUtils__/renderedFiles';
import {
  renderTemplate,
  skeletonValues,
} from '../__testUtils__/renderTemplate';
import { oneLine } from '../actions/server/check/oneLine';
import { Problems } from '../problems';

jest.setTimeout(60_000);

const FOLDERS = ['skeleton', 'ci-github', 'ci-gitlab'];

const render = (changes: Partial<SkeletonValues> = {}) =>
  renderTemplate(
    'mcp-server-python',
    FOLDERS,
    skeletonValues({ createdFrom: 'mcp-server-python@1', ...changes }),
  );

const hasPython = spawnSync('python3', ['-c', 'import tomllib']).status === 0;

const READ_ALL = `
import json, sys, tomllib
files = dict(json.load(sys.stdin))
for path, text in files.items():
    if path.endswith(".py"):
        compile(text, path, "exec")
print(tomllib.loads(files["pyproject.toml"])["project"]["name"])
`;

/** Compiles all Python, and gives the name that pyproject.toml says. */
function readByPython(files: Map<string, string>): string | undefined {
  if (!hasPython) {
    return undefined;
  }
  const { stdout, stderr } = spawnSync('python3', ['-c', READ_ALL], {
    input: JSON.stringify([...files]),
    encoding: 'utf8',
  });
  return (stdout + stderr).trim();
}

describe('the Python template', () => {
  it.each(HOSTILE_TEXTS)('keeps any purpose as data: %s', async text => {
    await expectKept(await render({ purpose: text, whyNew: text }), text);
  });

  it('keeps whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'binary', minLength: 10, maxLength: 300 })
          .map(accepted)
          .filter(text => text !== undefined),
        async text => {
          await expectKept(await render({ purpose: text, whyNew: text }), text);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('leaves nothing to fill in', async () => {
    for (const [path, text] of await render()) {
      expect([path, text]).toEqual([
        expect.not.stringMatching(/\.njk$|__pycache__/),
        expect.not.stringMatching(/\{%|\$\{\{ values\b/),
      ]);
    }
  });

  it('fills in no Python, so that nothing people write becomes code', async () => {
    const [one, other] = await Promise.all([
      render(),
      render({ name: 'import', title: 'X', purpose: HOSTILE_TEXTS[5] }),
    ]);
    const code = [...one].filter(([path]) => path.endsWith('.py'));
    expect(code.length).toBeGreaterThan(20);
    for (const [path, text] of code) {
      expect(other.get(path)).toBe(text);
    }
  });

  it(`is code and settings that Python reads${
    hasPython ? '' : ' (not checked: no python3 of 3.11 or newer is here)'
  }`, async () => {
    const files = await render({ purpose: HOSTILE_TEXTS[1] });
    expect(readByPython(files)).toBe(
      hasPython ? 'billing-invoices' : undefined,
    );
  });

  it('pins all packages to an exact version, and names no registry', async () => {
    const files = await render();
    for (const path of [
      'requirements.txt',
      'requirements-dev.txt',
      'requirements-telemetry.txt',
    ]) {
      const lines = (files.get(path) ?? '')
        .trim()
        .split('\n')
        .filter(line => !line.startsWith('#'));
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) {
        expect(line).toMatch(/^([\w.-]+==[\w.]+|-r requirements\.txt)$/);
      }
    }
  });

  it('offers what the TypeScript template offers', async () => {
    const values = skeletonValues();
    const [inPython, inTypeScript] = await Promise.all([
      renderTemplate('mcp-server-python', ['skeleton'], values),
      renderTemplate('mcp-server-typescript', ['example'], values),
    ]);
    expect(inPython.get('contract.json')).toBe(
      inTypeScript.get('contract.json'),
    );
  });

  it('has an entity with all that was asked for', async () => {
    const entity = await entityIn(
      await render({
        whyNew: 'None of them reads drafts.',
        systemRef: 'system:default/billing',
        visibility: 'team',
        dataSensitivity: 'restricted',
      }),
    );
    expect(entity).toMatchObject({
      metadata: {
        name: 'billing-invoices',
        annotations: {
          [ANNOTATION_WHY_NEW]: 'None of them reads drafts.',
          [ANNOTATION_CREATED_FROM]: 'mcp-server-python@1',
          'backstage.io/techdocs-ref': 'dir:.',
        },
        labels: { team: 'payments', 'mcp-server': 'billing-invoices' },
      },
      spec: {
        lifecycle: 'experimental',
        owner: 'group:default/payments',
        system: 'system:default/billing',
        visibility: 'team',
        dataSensitivity: 'restricted',
        trust: 'internal',
        remotes: [
          { type: 'streamable-http', url: 'http://localhost:4100/mcp' },
        ],
      },
    });
  });

  it('leaves out what was not said', async () => {
    const { metadata, spec } = await entityIn(await render());
    expect(metadata.annotations).not.toHaveProperty([ANNOTATION_WHY_NEW]);
    expect(spec).not.toHaveProperty('system');
  });

  it('limits, watches and scales what it deploys', async () => {
    const manifests = manifestsIn(
      await render({
        issuer: 'https://id.example.com',
        imageRegistry: 'registry.example.com/mcp',
      }),
    );
    const pod = manifests.get('Deployment').spec.template;
    const [container] = pod.spec.containers;
    expect(pod.spec.securityContext.runAsNonRoot).toBe(true);
    expect(container).toMatchObject({
      image: 'registry.example.com/mcp/billing-invoices:0.1.0',
      resources: { limits: { cpu: '500m', memory: '256Mi' } },
      livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
      readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
      securityContext: { readOnlyRootFilesystem: true },
    });
    expect(container.env).toContainEqual({
      name: 'MCP_AUTH_ISSUER',
      value: 'https://id.example.com',
    });
    expect(manifests.get('HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { kind: 'Deployment', name: 'billing-invoices' },
    });
    expect(manifests.get('Kustomization').resources).toHaveLength(
      manifests.size - 1,
    );
  });

  it('has a pipeline of either code host that tests, and asks the portal', async () => {
    const files = await render();
    const github = parse(files.get('.github/workflows/ci.yml') ?? '');
    const gitlab = parse(files.get('.gitlab-ci.yml') ?? '');
    expect(github.env).toEqual({
      SERVER: 'billing-invoices',
      CLI: '@mcp-portal/cli',
      DEFAULT_PORTAL_URL: 'http://localhost:3000',
    });
    expect(github.jobs.test.steps[1].with['python-version']).toBe(
      '${{ matrix.python }}',
    );
    for (const pipeline of [github.jobs, gitlab]) {
      const commands = JSON.stringify(pipeline);
      expect(commands).toContain('"pytest"');
      for (const command of ['lint', 'publish', 'check']) {
        expect(commands).toContain(String.raw`npx --yes \"$CLI\" ${command} `);
      }
    }
    // Whoever has no key is told so, and their pipeline goes on.
    const asking: { if: string; run?: string }[] =
      github.jobs.portal.steps.filter(({ run }: { run?: string }) =>
        /\b(publish|check) --server/.test(run ?? ''),
      );
    expect(asking).toHaveLength(4);
    for (const { if: condition } of asking) {
      expect(condition).toContain('steps.portal.outputs.key');
    }
  });
});

/** What of a text the form's check would take. */
function accepted(text: string): string | undefined {
  return oneLine(text, {
    field: 'purpose',
    minChars: 1,
    problems: new Problems(),
  });
}

/** The same text in each file that holds it, and nothing that it could break. */
async function expectKept(files: Map<string, string>, text: string) {
  expect(JSON.parse(files.get('mcp_server/identity.json') ?? '')).toEqual({
    name: 'billing-invoices',
    title: 'Billing invoices',
    purpose: text,
    defaults: { port: 4100, issuer: '' },
  });

  const entity = await entityIn(files);
  expect(entity.metadata.description).toBe(text);
  expect(entity.metadata.annotations?.[ANNOTATION_WHY_NEW]).toBe(text);

  const { contract } = parseSnapshot(
    (files.get('contract.json') ?? '').trimEnd(),
  );
  expect(contract.instructions).toBe(text);
  expect(
    checkConventions({ contract, serverName: entity.metadata.name }).score,
  ).toBe(100);
  expect(createSnapshot(contract).contract).toEqual(contract);

  manifestsIn(files);
  for (const path of ['README.md', 'docs/index.md']) {
    expectPurposeIn(files.get(path), text);
  }
}
