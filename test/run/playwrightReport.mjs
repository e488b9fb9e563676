import { readFile } from 'node:fs/promises';

/** Counts from Playwright's JSON report. A test that passed only when tried again has not passed. */
export async function readPlaywrightReport(file, exitCode) {
  let report;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return {
      exitCode,
      failed: 1,
      problem: `Playwright left no report (${error.message})`,
    };
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  // Errors outside of any test: a file that does not compile, a failed set-up.
  const outside = report.errors?.length ?? 0;
  return {
    exitCode,
    passed: expected,
    failed: unexpected + flaky || Math.min(outside, 1),
    skipped,
    problem: outside ? report.errors[0].message : undefined,
  };
}
