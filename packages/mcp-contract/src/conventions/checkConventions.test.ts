import { createSnapshot } from '../snapshot';
import { checkConventions } from './checkConventions';
import type {
  ConventionFinding,
  ConventionSettings,
  ConventionSubject,
} from './convention';

const tool = (fields: object = {}) => ({
  name: 'search_issues',
  description: 'Searches the issues of a repository',
  inputSchema: { type: 'object' },
  outputSchema: { type: 'object' },
  annotations: { readOnlyHint: true },
  ...fields,
});

const contractOf = (...tools: object[]) => createSnapshot({ tools }).contract;

/** One convention's part of the report, and what was found. */
function check(
  id: string,
  subject: Partial<ConventionSubject>,
  options?: ConventionSettings[string]['options'],
) {
  const report = checkConventions(
    { contract: contractOf(tool()), ...subject },
    options && { [id]: { options } },
  );
  const { outcome, checked, broken, reason } = report.conventions.find(
    convention => convention.id === id,
  )!;
  const findings = report.findings.filter(
    ({ convention }) => convention === id,
  );
  return { outcome, checked, broken, reason, findings };
}

const placesOf = ({ findings }: { findings: ConventionFinding[] }) =>
  findings.map(({ tool: name, pointer }) => `${name ?? ''} ${pointer}`);

describe('The convention server-name', () => {
  it.each([
    ['com.example/billing', 'kept'],
    ['io.github.some-one/My_Server.v2', 'kept'],
    ['billing-invoices', 'kept'],
    ['billing', 'kept'],
    ['Billing', 'broken'],
    ['billing_invoices', 'broken'],
    ['example/billing', 'broken'],
    ['com.example/billing/v2', 'broken'],
    ['com.example/-billing', 'broken'],
    ['.com.example/billing', 'broken'],
  ])('takes %s for %s', (serverName, outcome) => {
    expect(check('server-name', { serverName })).toMatchObject({ outcome });
  });

  it.each([
    ['registry', 'billing-invoices', 'broken'],
    ['registry', 'com.example/billing', 'kept'],
    ['kebab-case', 'billing-invoices', 'kept'],
    ['kebab-case', 'com.example/billing', 'broken'],
  ])('can ask for %s, by which %s is %s', (style, serverName, outcome) => {
    expect(check('server-name', { serverName }, { style })).toMatchObject({
      outcome,
    });
  });

  it('can ask for a pattern instead', () => {
    const options = { pattern: '^acme\\.' };
    expect(
      check('server-name', { serverName: 'acme.Bill' }, options).outcome,
    ).toBe('kept');
    const { findings } = check('server-name', { serverName: 'bill' }, options);
    expect(findings).toEqual([
      {
        convention: 'server-name',
        severity: 'warning',
        pointer: '',
        message: 'The server\'s name "bill" does not match ^acme\\..',
      },
    ]);
  });

  it('is skipped when the name is not known', () => {
    expect(check('server-name', {})).toEqual({
      outcome: 'skipped',
      checked: 0,
      broken: 0,
      reason: 'The name that it is published under is not known.',
      findings: [],
    });
  });
});

describe('The convention tool-names', () => {
  const named = (...names: string[]) => ({
    contract: contractOf(...names.map(name => tool({ name }))),
  });

  it.each([
    [['get_user', 'list_users', 'ping'], []],
    [['get-user', 'list-users', 'ping'], []],
    [['getUser', 'listUsers', 'ping'], []],
    [['users.get_one', 'users.get_all'], []],
    [['get_user', 'list_users', 'pingMe'], ['pingMe /name']],
    [['get-user', 'list-users', 'get_team'], ['get_team /name']],
    [['GetUser', 'ping'], ['GetUser /name']],
    // As many of both: the first style of the list.
    [['get_user', 'get-team'], ['get-team /name']],
  ])('finds in %j those that are not like most: %j', (names, expected) => {
    expect(placesOf(check('tool-names', named(...names)))).toEqual(expected);
  });

  it.each([
    [{ style: 'camelCase' }, ['get_user /name']],
    [{ pattern: '^get' }, ['ping /name']],
  ])('can ask for %j', (options, expected) => {
    const subject = named('get_user', 'getUser', 'ping');
    expect(placesOf(check('tool-names', subject, options as {}))).toEqual(
      expected,
    );
  });
});

describe('The convention tool-described', () => {
  it('asks for a description that says something', () => {
    const contract = contractOf(
      tool({ name: 'a', description: undefined }),
      tool({ name: 'b', description: '   Short.    ' }),
      tool({ name: 'c' }),
    );
    const result = check('tool-described', { contract });
    expect(result).toMatchObject({ checked: 3, broken: 2 });
    expect(result.findings.map(({ message }) => message)).toEqual([
      'The tool "a" has no description.',
      'The tool "b" is described in 6 characters; at least 10 are wanted.',
    ]);
    expect(
      placesOf(check('tool-described', { contract }, { minLength: 6 })),
    ).toEqual(['a /description']);
  });
});

describe('The convention tool-annotated', () => {
  it.each([
    [{ readOnlyHint: true }, 'kept'],
    [{ destructiveHint: false }, 'kept'],
    [{ idempotentHint: true }, 'kept'],
    [{ openWorldHint: false }, 'kept'],
    [undefined, 'broken'],
    [{ title: 'Search' }, 'broken'],
    // In a snapshot, that is the same as nothing.
    [{ readOnlyHint: false, destructiveHint: true }, 'broken'],
  ])('takes %j for %s', (annotations, outcome) => {
    const contract = contractOf(tool({ annotations }));
    expect(check('tool-annotated', { contract })).toMatchObject({ outcome });
  });
});

describe('The convention output-schema', () => {
  it('asks each tool what it returns', () => {
    const contract = contractOf(
      tool(),
      tool({ name: 'b', outputSchema: undefined }),
    );
    expect(placesOf(check('output-schema', { contract }))).toEqual([
      'b /outputSchema',
    ]);
  });
});

describe('The convention server-version', () => {
  const serverInfo = { name: 's', version: '0.2.0' };

  it.each([
    [{ serverInfo, version: '0.2.0' }, 'kept'],
    [{ serverInfo, version: '2026.8.31' }, 'broken'],
    [{ serverInfo }, 'skipped'],
    [{ version: '1.0.0' }, 'skipped'],
  ])('of %j is %s', (subject, outcome) => {
    expect(check('server-version', subject)).toMatchObject({ outcome });
  });
});

describe('The convention unknown-tool-refused', () => {
  it.each([
    [{ kind: 'error', code: -32602 }, 'kept'],
    [{ kind: 'error', code: -32601 }, 'broken'],
    [{ kind: 'result', isError: true }, 'broken'],
    [{ kind: 'result', isError: false }, 'broken'],
    [{ kind: 'none', reason: 'Timed out.' }, 'skipped'],
    [undefined, 'skipped'],
  ] as const)('of %j is %s', (unknownTool, outcome) => {
    expect(check('unknown-tool-refused', { unknownTool })).toMatchObject({
      outcome,
    });
  });
});

describe('The convention auth-declared', () => {
  it.each([
    ['none', 'kept'],
    ['declared', 'kept'],
    ['undeclared', 'broken'],
    [undefined, 'skipped'],
  ] as const)('of %s is %s', (auth, outcome) => {
    expect(check('auth-declared', { auth })).toMatchObject({ outcome });
  });
});

describe('The convention tool-list-size', () => {
  it.each([
    [10_000, undefined, 'kept'],
    [10_001, undefined, 'broken'],
    [10_001, { maxTokens: 20_000 }, 'kept'],
    [1, { maxTokens: 0 }, 'broken'],
    [undefined, undefined, 'skipped'],
  ])('of %p tokens with %j is %s', (toolListTokens, options, outcome) => {
    expect(check('tool-list-size', { toolListTokens }, options)).toMatchObject({
      outcome,
    });
  });
});

describe('checkConventions', () => {
  const perfect: ConventionSubject = {
    contract: contractOf(tool()),
    serverName: 'issues',
    serverInfo: { name: 'issues', version: '1.0.0' },
    version: '1.0.0',
    unknownTool: { kind: 'error', code: -32602 },
    auth: 'declared',
    toolListTokens: 50,
  };

  it('gives 100 when nothing is broken', () => {
    expect(checkConventions(perfect)).toMatchObject({
      score: 100,
      findings: [],
      totalFindings: 0,
      toolListTokens: 50,
    });
  });

  it('gives 100 to a server of which nothing is known', () => {
    const report = checkConventions({ contract: contractOf() });
    expect(report.score).toBe(100);
    expect(report).not.toHaveProperty('toolListTokens');
    expect(
      report.conventions.filter(({ outcome }) => outcome !== 'skipped'),
    ).toEqual([]);
  });

  it('weighs by severity, and in part by the places that are kept', () => {
    // 5 of 20 for what is broken whole; of 5, half.
    const { score } = checkConventions({
      ...perfect,
      contract: contractOf(
        tool({ name: 'a' }),
        tool({ name: 'b', description: '' }),
      ),
      auth: 'undeclared',
    });
    // Without parameters: errors 5 + 5, warnings 5 x 2 + 2, info 1.
    const total = 5 + 5 + 2 * 6 + 1;
    expect(score).toBe(Math.floor((100 * (total - 5 - 2.5)) / total));
  });

  it('never rounds up to 100', () => {
    const tools = Array.from({ length: 500 }, (_, index) =>
      tool({ name: `tool_${index}`, ...(index === 0 && { description: '' }) }),
    );
    expect(checkConventions({ contract: contractOf(...tools) }).score).toBe(99);
  });

  it('lists the most severe first, no more than wanted, and counts all', () => {
    const contract = contractOf(
      tool({ name: 'a', outputSchema: undefined, annotations: undefined }),
      tool({ name: 'b', description: '' }),
    );
    const { findings, totalFindings } = checkConventions(
      { contract },
      {},
      { maxFindings: 2 },
    );
    expect(findings.map(({ convention }) => convention)).toEqual([
      'tool-described',
      'tool-annotated',
    ]);
    expect(totalFindings).toBe(3);
  });

  it('follows the severities of the platform team', () => {
    const subject = { ...perfect, auth: 'undeclared' as const };
    const withSeverity = (severity: 'off' | 'info') =>
      checkConventions(subject, { 'auth-declared': { severity } });
    expect(withSeverity('off')).toMatchObject({ score: 100, findings: [] });
    expect(withSeverity('off').conventions.map(({ id }) => id)).not.toContain(
      'auth-declared',
    );
    expect(withSeverity('info').findings[0].severity).toBe('info');
    expect(withSeverity('info').score).toBeGreaterThan(
      checkConventions(subject).score,
    );
  });
});
