import {
  checkConventions,
  type Contract,
  createSnapshot,
  parseSnapshot,
} from '@mcp-portal/mcp-contract';
import {
  ANNOTATION_CREATED_FROM,
  ANNOTATION_WHY_NEW,
  type SkeletonValues,
} from '@mcp-portal/plugin-mcp-templates-common';
import fc from 'fast-check';
import { parse } from 'yaml';

import {
  renderTemplate,
  skeletonValues,
} from '../__testUtils__/renderTemplate';
import {
  decodeEntities,
  entityIn,
  manifestsIn,
} from '../__testUtils__/renderedFiles';
import { oneLine } from '../actions/server/check/oneLine';
import { Problems } from '../problems';

jest.setTimeout(60_000);

const FOLDERS = ['skeleton', 'example', 'ci-github'];

const render = (changes: Partial<SkeletonValues> = {}, folders = FOLDERS) =>
  renderTemplate('mcp-server-typescript', folders, skeletonValues(changes));

const HOSTILE = [
  `Say "hi": it's #1, \\n and \\" too`,
  'A: b - c, [d](javascript:alert(1)) {e} & *f* _g_ `h` | i > j',
  '# Not a heading <script>alert(1)</script> <!-- -->',
  '${{ values.name }} ${{ secrets.TOKEN }} {% raw %} {% endraw %} {# no #}',
  '- 💶 naïve 請求書 ~~x~~ $y$ ![z](z) */ // %YAML --- ...',
  "'; process.exit(1); // `${process.env.HOME}` $(id) \\u0000",
];

describe('the TypeScript template', () => {
  it.each(HOSTILE)('keeps any purpose as data: %s', async text => {
    const files = await render({ purpose: text, whyNew: text });
    expect(await readBack(files)).toEqual(everywhere(text));
  });

  it('keeps whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'grapheme', minLength: 10, maxLength: 300 })
          .map(accepted)
          .filter((text): text is string => text !== undefined),
        async text => {
          const files = await render({ purpose: text, whyNew: text });
          expect(await readBack(files)).toEqual(everywhere(text));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('promises what keeps every convention, in canonical form', async () => {
    const contract = contractOf(await render());
    expect(createSnapshot(contract).contract).toEqual(contract);
    expect(
      checkConventions({ contract, serverName: 'billing-invoices' }).score,
    ).toBe(100);
  });

  it('leaves nothing to fill in', async () => {
    const files = await render({}, [...FOLDERS, 'ci-gitlab']);
    for (const [path, text] of files) {
      expect([path, text]).toEqual([
        expect.not.stringMatching(/\.njk$|\$\{\{/),
        expect.not.stringMatching(/\{%|\bvalues\./),
      ]);
    }
  });

  it('names no registry, so that any can be used', async () => {
    const lock = (await render()).get('package-lock.json') ?? '';
    const { name, packages } = JSON.parse(lock);
    expect(name).toBe('billing-invoices');
    expect(packages[''].name).toBe('billing-invoices');
    expect(lock).not.toContain('"resolved"');
  });

  it('has the same packages in package.json and in its lock', async () => {
    const files = await render();
    const read = (path: string) => JSON.parse(files.get(path) ?? '');
    const { dependencies, devDependencies } = read('package.json');
    expect(read('package-lock.json').packages['']).toMatchObject({
      dependencies,
      devDependencies,
    });
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
          [ANNOTATION_CREATED_FROM]: 'mcp-server-typescript@1',
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
    expect([...manifests.keys()].sort()).toEqual([
      'Deployment',
      'HorizontalPodAutoscaler',
      'Kustomization',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
    ]);
    const pod = manifests.get('Deployment').spec.template;
    const [container] = pod.spec.containers;
    expect(pod.metadata.labels).toMatchObject({
      team: 'payments',
      'mcp-server': 'billing-invoices',
    });
    expect(pod.spec.securityContext.runAsNonRoot).toBe(true);
    expect(container).toMatchObject({
      image: 'registry.example.com/mcp/billing-invoices:0.1.0',
      resources: {
        requests: { cpu: '50m', memory: '96Mi' },
        limits: { cpu: '500m', memory: '256Mi' },
      },
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
      minReplicas: 2,
      maxReplicas: 6,
    });
  });

  it('has a pipeline of either code host that tests, and asks the portal', async () => {
    const files = await render({}, [...FOLDERS, 'ci-gitlab']);
    const github = parse(files.get('.github/workflows/ci.yml') ?? '');
    const gitlab = parse(files.get('.gitlab-ci.yml') ?? '');
    expect(github.env).toEqual({
      SERVER: 'billing-invoices',
      CLI: '@mcp-portal/cli',
      DEFAULT_PORTAL_URL: 'http://localhost:3000',
    });
    const commands = (pipeline: object) => JSON.stringify(pipeline);
    for (const pipeline of [github.jobs, gitlab]) {
      for (const command of ['lint', 'publish', 'check']) {
        expect(commands(pipeline)).toContain(
          String.raw`npx --yes \"$CLI\" ${command} `,
        );
      }
      expect(commands(pipeline)).toContain('npm test');
    }
    // Whoever has no key is told so, and their pipeline goes on.
    const asking: { if?: string; run?: string }[] =
      github.jobs.portal.steps.filter(({ run = '' }) =>
        /\b(publish|check) --server/.test(run),
      );
    expect(asking).toHaveLength(4);
    for (const step of asking) {
      expect(step.if).toContain('steps.portal.outputs.key');
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

function everywhere(text: string) {
  return {
    packageJson: text,
    description: text,
    whyNew: text,
    instructions: text,
    readme: text,
    docs: text,
  };
}

/** A text from each file that holds it. */
async function readBack(files: Map<string, string>) {
  const { metadata } = await entityIn(files);
  return {
    packageJson: JSON.parse(files.get('package.json') ?? '').description,
    description: metadata.description,
    whyNew: metadata.annotations?.[ANNOTATION_WHY_NEW],
    instructions: contractOf(files).instructions,
    readme: shownIn(files.get('README.md') ?? ''),
    docs: shownIn(files.get('docs/index.md') ?? ''),
  };
}

/** @throws ContractError when it is not in canonical form */
function contractOf(files: Map<string, string>): Contract {
  return parseSnapshot((files.get('contract.json') ?? '').trimEnd()).contract;
}

/** What Markdown shows of the purpose, if it takes none of it for markup. */
function shownIn(markdown: string): string | undefined {
  const [, written = ''] = /^\*\*Purpose:\*\* (.*)$/m.exec(markdown) ?? [];
  return /[<>*_`[\]\\~|$!]/.test(written) ? undefined : decodeEntities(written);
}
