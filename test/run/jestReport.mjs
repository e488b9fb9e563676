import { readFile } from 'node:fs/promises';

/** Counts from jest's JSON report. A test file that could not be run at all counts as one failure. */
export async function readJestReport(file, exitCode) {
  let report;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return {
      exitCode,
      failed: 1,
      problem: `jest left no report (${error.message})`,
    };
  }
  return {
    exitCode,
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
