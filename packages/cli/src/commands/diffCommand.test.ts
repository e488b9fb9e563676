import { aContract, aTool } from '../__testUtils__/contracts';
import { testFiles } from '../__testUtils__/files';
import { expectOneLine, runCli } from '../__testUtils__/runCli';

const query = { q: { type: 'string' } };
const before = aContract(aTool('search', query), aTool('pay'));
const additive = aContract(
  aTool('search', { ...query, limit: { type: 'integer' } }),
  aTool('pay'),
);
const breaking = aContract(aTool('search', query, ['q']));
const undecided = (pattern: string) =>
  aContract(aTool('search', { q: { type: 'string', pattern } }));

describe('mcp-portal diff', () => {
  const files = testFiles();
  const diff = (one: unknown, other: unknown, ...options: string[]) =>
    runCli([
      'diff',
      files.write('old.json', one),
      files.write('new.json', other),
      ...options,
    ]);

  it.each<[string, unknown, string, string, number]>([
    ['the same', before, 'none', 'none', 0],
    ['more', additive, 'additive', 'minor', 0],
    ['less', breaking, 'breaking', 'major', 1],
  ])(
    'tells %s by its exit code and as JSON',
    async (_, after, verdict, requiredBump, code) => {
      const outcome = await diff(before, after, '--json');
      const result = JSON.parse(outcome.stdout);
      expect(Object.keys(result).slice(0, 3)).toEqual([
        'verdict',
        'requiredBump',
        'changes',
      ]);
      expect(result).toMatchObject({ verdict, requiredBump });
      expect(outcome).toMatchObject({ code, stderr: '' });
    },
  );

  it('needs a minor version only for what breaks 0.y.z', async () => {
    const { code, stdout } = await diff(
      before,
      breaking,
      '--from-version',
      '0.3.1',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('Breaking: it needs a new minor version.');
    expect(stdout).toContain('After 0.3.1, that is 0.4.0 or above.');
  });

  it('reads well on a terminal, in colour only there', async () => {
    const { stdout } = await diff(before, breaking);
    expect(stdout).toContain('Breaking: it needs a new major version.\n');
    expect(stdout).toContain('2 breaking.\n');
    expect(stdout).toContain('  - The tool "pay" was removed.\n');
    expect(stdout).toContain('tool pay · tool-removed');
    // eslint-disable-next-line no-control-regex -- that is what colour is
    expect(stdout).not.toMatch(/\u001b/);

    const argv = ['diff', files.path('old.json'), files.path('new.json')];
    const colourful = await runCli(argv, { isTTY: true });
    expect(colourful.stdout).toContain('\u001b[31m');
    const asked = await runCli(argv, { isTTY: true, env: { NO_COLOR: '1' } });
    expect(asked.stdout).toBe(stdout);
  });

  it('writes no control character of a server to the terminal', async () => {
    const nasty =
      '\u001b]0;owned\u0007 \u202e gnp.exe\r\nfake: ok ##vso[task.setvariable]x';
    const { stdout } = await diff(
      before,
      aContract(
        { ...aTool('search', query), description: nasty },
        aTool('pay'),
      ),
    );
    expect(stdout).toContain('owned');
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(stdout).not.toMatch(/^fake/m);
    expect(stdout).not.toContain('##vso[');
  });

  it('takes an undecided change for breaking until it is accepted', async () => {
    // What no automaton decides in reasonable time.
    const one = undecided('^(a+)+\\1$');
    const other = undecided('^(b+)+\\1$');
    const refused = await diff(one, other, '--json');
    const [change] = JSON.parse(refused.stdout).changes;
    expect(change).toMatchObject({ class: 'breaking', undecided: true });
    expect(refused.code).toBe(1);
    const text = await diff(one, other);
    expect(text.stdout).toContain(`--accept ${change.id}`);
    const accepted = await diff(one, other, '--accept', `abc,${change.id}`);
    expect(accepted.code).toBe(0);
    expect(accepted.stdout).toContain('Compatible');
  });

  it('follows the severities of the platform team', async () => {
    const severities = files.write('severities.json', {
      'tool-removed': 'cosmetic',
    });
    const { stdout } = await diff(
      before,
      aContract(aTool('search', query)),
      '--severities',
      severities,
      '--json',
    );
    expect(JSON.parse(stdout).verdict).toBe('cosmetic');
  });

  it('compares only tools with a list of tools', async () => {
    const whole = { ...before, prompts: [{ name: 'greet' }] };
    const { code, stdout } = await diff(whole, {
      tools: [aTool('search', query), aTool('pay')],
    });
    expect(code).toBe(0);
    expect(stdout).toContain('No change.');
    expect(stdout).toMatch(/Only tools were compared: .*new\.json has nothing/);
  });

  it.each<[string, string[], string]>([
    ['an unknown option', ['--jsn'], 'Did you mean --json?'],
    ['two formats', ['--json', '--markdown'], '--markdown'],
    ['a third file', ['more.json'], 'too many arguments'],
    ['a command', ['--', 'node', 'x.js'], "nothing after '--'"],
    ['a bad version', ['--from-version', '1.x'], '"1.x"'],
    ['missing severities', ['--severities', 'nowhere.json'], 'nowhere.json'],
  ])('refuses %s', async (_, options, said) => {
    const outcome = await diff(before, before, ...options);
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
  });

  it('names the rule that there is not in severities', async () => {
    const severities = files.write('severities.json', { 'tool-gone': 'none' });
    const outcome = await diff(before, before, '--severities', severities);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain('severities.json');
    expect(outcome.stderr).toContain('tool-gone');
  });
});

describe('mcp-portal', () => {
  it('explains itself, and each of its commands', async () => {
    const help = await runCli(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['snapshot', 'diff', 'lint', 'publish', 'check']) {
      expect(help.stdout).toContain(`  ${command}`);
      const own = await runCli([command, '--help']);
      expect(own.code).toBe(0);
      expect(own.stdout).toContain('Exit codes:\n  0 ');
      expect(own.stdout).toContain(`Examples:\n  mcp-portal ${command} `);
    }
  });

  it.each<[string[], string]>([
    [[], 'Name a command'],
    [['dif'], "unknown command 'dif' (Did you mean diff?)"],
    [['--frobnicate'], '--frobnicate'],
    [['diff', 'one.json'], "missing required argument 'new'"],
    [['snapshot'], '--url URL'],
    [['snapshot', '--'], "No command stands after '--'"],
    [['snapshot', '--url', 'x', '--', 'node'], 'not both'],
    [['snapshot', '--url', 'mcp.example.com'], 'no URL of http'],
    [['snapshot', '--timeout', 'soon', '--', 'node'], '--timeout'],
    [['publish', '--server', 'x', '--version', '1.0.0'], 'MCP_PORTAL_URL'],
    [['lint'], 'Say what to check'],
  ])('answers %j with one line', async (argv, said) => {
    const outcome = await runCli(argv);
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
  });
});
