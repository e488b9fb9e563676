import type {
  Contract,
  Convention,
  ConventionFinding,
  ConventionReport,
} from '@mcp-portal/mcp-contract';
import type {
  ScorePage,
  ScoreQuery,
  ServerConventions,
  ServerScore,
} from '@mcp-portal/plugin-mcp-registry-common';
import { pageOf } from './fakeQueries';
import { minutesAgo, type FakeServer } from './FakeServer';

interface FakeConvention extends Convention {
  /** What is wrong with a tool; nothing where it is as it should be. */
  of?: (tool: Contract['tools'][number]) => string | undefined;
  skipped?: string;
}

export const FAKE_CONVENTIONS: FakeConvention[] = [
  {
    id: 'tool-described',
    title: 'Every tool is described',
    severity: 'error',
    why: 'A model chooses a tool by its description; without one it guesses.',
    fix: 'Say in one or two sentences what the tool does, and when to use it.',
    options: { minLength: 20 },
    of: tool =>
      (tool.description ?? '').length < 50
        ? 'The description says less than 50 characters.'
        : undefined,
  },
  {
    id: 'parameter-described',
    title: 'Every parameter is described',
    severity: 'warning',
    why: 'A model fills in parameters by what it reads of them.',
    fix: 'Give each property of the input schema a description.',
    options: {},
    of: tool => {
      const properties = (tool.inputSchema.properties ?? {}) as Record<
        string,
        { description?: string }
      >;
      const silent = Object.keys(properties).find(
        name => !properties[name].description,
      );
      return silent && `The parameter ${silent} has no description.`;
    },
  },
  {
    id: 'output-schema',
    title: 'The output has a schema',
    severity: 'info',
    why: 'Without one, nobody notices when the output changes.',
    fix: 'Declare an outputSchema, and return structured content.',
    options: {},
    of: tool => (tool.outputSchema ? undefined : 'It has no output schema.'),
  },
  {
    id: 'annotations',
    title: 'Annotations are present',
    severity: 'warning',
    why: 'Clients ask the user before a tool that may destroy something.',
    fix: 'Say whether the tool only reads, may destroy, and can be repeated.',
    options: {},
    of: tool => (tool.annotations ? undefined : 'It has no annotations.'),
  },
  {
    id: 'tool-name',
    title: 'Tools are named in snake_case',
    severity: 'warning',
    why: 'One way of naming lets people and models guess right.',
    fix: 'Rename it with the next major version.',
    options: { pattern: 'snake_case', maxLength: 64 },
    of: tool =>
      tool.name.length > 64 ? 'The name is longer than 64.' : undefined,
  },
  {
    id: 'unknown-tool',
    title: 'An unknown tool is refused as MCP asks',
    severity: 'error',
    why: 'A client that gets a result believes that the call went well.',
    fix: 'Answer with the JSON-RPC error -32602.',
    options: {},
    skipped: 'The server has not been tried yet.',
  },
  {
    id: 'list-size',
    title: 'The list of tools is small enough',
    severity: 'warning',
    why: 'Every conversation pays for it before anything is done.',
    fix: 'Split the server, or offer fewer tools that can do more.',
    options: { maxTokens: 10_000 },
  },
  {
    id: 'auth-declared',
    title: 'How to get in is declared',
    severity: 'off',
    why: 'A client can only get in by itself when it knows how.',
    fix: 'Publish RFC 9728 metadata.',
    options: {},
  },
];

export function conventionsOf(
  server: FakeServer,
): ServerConventions | undefined {
  const { contract, detail } = server;
  if (!contract) {
    return undefined;
  }
  const report = reportOf(contract);
  const now = new Date(detail.health.lastGoodAt ?? Date.now());
  return {
    report,
    checkedAt: minutesAgo(4, now),
    trend: Array.from({ length: 30 }, (_, index) => ({
      day: minutesAgo((29 - index) * 24 * 60, now).slice(0, 10),
      score: Math.max(0, report.score - (29 - index) * 0.7),
    })),
  };
}

function reportOf(contract: Contract): ConventionReport {
  const toolListTokens = Math.round(JSON.stringify(contract.tools).length / 4);
  const findings: ConventionFinding[] = [];
  const conventions = FAKE_CONVENTIONS.flatMap(one => {
    const { severity, of, options, skipped, ...rest } = one;
    if (severity === 'off') {
      return [];
    }
    const own: ConventionFinding[] = of
      ? contract.tools.flatMap(tool => {
          const message = of(tool);
          return message
            ? [
                {
                  convention: one.id,
                  severity,
                  tool: tool.name,
                  pointer: '',
                  message,
                },
              ]
            : [];
        })
      : [];
    if (one.id === 'list-size' && toolListTokens > 10_000) {
      own.push({
        convention: one.id,
        severity,
        pointer: '/tools',
        message: `It takes ${toolListTokens} tokens; 10,000 are allowed.`,
      });
    }
    findings.push(...own);
    return [
      {
        ...rest,
        severity,
        outcome: outcomeOf(Boolean(skipped), own.length),
        checked: of ? contract.tools.length : 1,
        broken: own.length,
        reason: skipped,
      },
    ];
  });
  const checked = conventions.filter(one => one.outcome !== 'skipped');
  return {
    score:
      (100 *
        checked.reduce((sum, one) => sum + 1 - one.broken / one.checked, 0)) /
      checked.length,
    conventions,
    findings: findings.slice(0, 100),
    totalFindings: findings.length,
    toolListTokens,
  };
}

function outcomeOf(
  skipped: boolean,
  broken: number,
): 'kept' | 'broken' | 'skipped' {
  if (skipped) {
    return 'skipped';
  }
  return broken > 0 ? 'broken' : 'kept';
}

export function scoresOf(servers: FakeServer[], query: ScoreQuery): ScorePage {
  const all = servers.map(server => ({ server, found: conventionsOf(server) }));
  const scores = all
    .filter(
      ({ server, found }) =>
        (!query.convention ||
          found?.report.conventions.some(
            one => one.id === query.convention && one.outcome === 'broken',
          )) &&
        (!query.owner?.length ||
          query.owner.includes(server.detail.owner.ref)) &&
        `${server.detail.name} ${server.detail.title}`
          .toLowerCase()
          .includes((query.search ?? '').toLowerCase()),
    )
    .map(({ server: { detail }, found }): ServerScore => {
      const broken = (severity: string) =>
        found?.report.conventions.filter(
          one => one.outcome === 'broken' && one.severity === severity,
        ).length ?? 0;
      return {
        ref: detail.ref,
        name: detail.name,
        title: detail.title,
        owner: detail.owner,
        score: found?.report.score,
        before: found?.trend[0].score,
        errors: broken('error'),
        warnings: broken('warning'),
        toolListTokens: found?.report.toolListTokens,
        checkedAt: found?.checkedAt,
        sample: detail.sample,
      };
    })
    .sort((a, b) => (a.score ?? 101) - (b.score ?? 101));
  if (query.order === 'desc') {
    scores.reverse();
  }
  const known = scores.flatMap(({ score }) =>
    score === undefined ? [] : [score],
  );
  const mean = known.length
    ? known.reduce((sum, score) => sum + score, 0) / known.length
    : undefined;
  return {
    ...pageOf(scores, query),
    checked: known.length,
    mean,
    broken: FAKE_CONVENTIONS.map(({ id, title }) => ({
      convention: id,
      title,
      servers: all.filter(({ found }) =>
        found?.report.conventions.some(
          one => one.id === id && one.outcome === 'broken',
        ),
      ).length,
    }))
      .filter(one => one.servers > 0)
      .sort((a, b) => b.servers - a.servers),
    trend:
      all
        .find(({ found }) => found)
        ?.found?.trend.map(({ day }, index) => ({
          day,
          score: (mean ?? 0) - (29 - index) * 0.5,
        })) ?? [],
  };
}
