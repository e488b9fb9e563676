import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { wrapAsOpenApi, type ToolSchemas } from './wrapAsOpenApi';

const TIMEOUT_MS = 120_000;

/** The part of its report that is read here. */
interface Report {
  changes: {
    path: string;
    impact: 'major' | 'minor' | 'patch';
    verdicts: { ruleId: string; impact: string; message: string }[];
  }[];
}

/** What `redocly diff` says of one operation. */
export interface RedoclyVerdict {
  breaking: boolean;
  /** The rules that say it breaks. */
  rules: string[];
  /** How many changes it sees. */
  changes: number;
}

/** What `redocly diff` says, and how long it took. */
export interface RedoclyResult {
  /** By name of the tool; only those in which it sees a change. */
  verdicts: Map<string, RedoclyVerdict>;
  /** The whole process. */
  wallMs: number;
  /** What it says itself: without its own start. */
  ownMs: number;
}

/** Compares tools, wrapped as operations, with one run of `redocly diff`. */
export function redoclyDiff(
  before: readonly ToolSchemas[],
  after: readonly ToolSchemas[],
): RedoclyResult {
  const folder = mkdtempSync(join(tmpdir(), 'redocly-diff-'));
  try {
    writeFileSync(
      join(folder, 'before.json'),
      JSON.stringify(wrapAsOpenApi(before)),
    );
    writeFileSync(
      join(folder, 'after.json'),
      JSON.stringify(wrapAsOpenApi(after)),
    );
    const program = join(
      dirname(require.resolve('@redocly/cli/package.json')),
      'bin',
      'cli.js',
    );
    const startedAt = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        program,
        'diff',
        'before.json',
        'after.json',
        '--format=json',
        '--fail-on=none',
        '--output=report.json',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: TIMEOUT_MS,
        env: {
          PATH: process.env.PATH,
          REDOCLY_TELEMETRY: 'off',
          REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        },
      },
    );
    const wallMs = performance.now() - startedAt;
    const own = /diff processed in ([\d.]+)(ms|s)/.exec(stderr);
    if (status !== 0 || !own) {
      throw new Error(`redocly diff failed (${status}): ${stderr}`);
    }
    return {
      verdicts: verdictsOf(
        JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')),
      ),
      wallMs,
      ownMs: Number(own[1]) * (own[2] === 's' ? 1000 : 1),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdictsOf({ changes }: Report): Map<string, RedoclyVerdict> {
  const verdicts = new Map<string, RedoclyVerdict>();
  for (const { path, impact, verdicts: found } of changes) {
    const tool = path.split('/')[2]?.replace(/^~1/, '') ?? '';
    const verdict = verdicts.get(tool) ?? {
      breaking: false,
      rules: [],
      changes: 0,
    };
    verdict.breaking ||= impact === 'major';
    verdict.changes += 1;
    verdict.rules.push(
      ...found.filter(v => v.impact === 'major').map(({ ruleId }) => ruleId),
    );
    verdicts.set(tool, verdict);
  }
  return verdicts;
}
