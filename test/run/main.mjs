import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSeconds } from '@mcp-portal/launcher/src/phases.mjs';
import { report } from '@mcp-portal/launcher/src/failure.mjs';
import { selectSuites } from './selection.mjs';
import { createSharedPostgres } from './postgres.mjs';
import { closingLine, judge, summaryTable, succeeded } from './summary.mjs';
import { format } from './suites/format.mjs';
import { lint } from './suites/lint.mjs';
import { types } from './suites/types.mjs';
import { config } from './suites/config.mjs';
import { unit } from './suites/unit.mjs';
import { launcher } from './suites/launcher.mjs';
import { e2e } from './suites/e2e.mjs';

/** In the order in which they run: what fails fast comes first. */
const SUITES = [format, lint, types, config, unit, launcher, e2e];

/**
 * Runs the selected suites one after another, all of them even if one fails, and says at the end how they went.
 *
 * @returns the exit code
 */
export async function runTests({ root, args, phases, processes }) {
  const { suites, passedOn } = selectSuites(SUITES, args);
  const reports = join(root, 'test-results');
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const postgres = createSharedPostgres({ root, phases, processes });

  const results = [];
  for (const suite of suites) {
    phases.say(`\n── ${suite.title} ──`);
    const startedAt = Date.now();
    const outcome = await runSuite(suite, {
      root,
      args: passedOn,
      reports,
      phases,
      processes,
      postgres,
    });
    if (processes.isStopping()) {
      // Stopped by the user: half a suite is no result.
      return 130;
    }
    const result = judge(suite.name, outcome, Date.now() - startedAt);
    results.push(result);
    if (result.problem) {
      phases.say(`${suite.name}: ${result.problem}`);
    }
  }

  phases.say(`\n${summaryTable(results)}`);
  phases.say(`in ${formatSeconds(phases.elapsedMs())}`);
  phases.say(closingLine(results));
  return succeeded(results) ? 0 : 1;
}

async function runSuite(suite, context) {
  try {
    return await suite.run(context);
  } catch (error) {
    context.phases.abandon();
    report(error);
    return { passed: 0, failed: 1, problem: error.message };
  }
}
