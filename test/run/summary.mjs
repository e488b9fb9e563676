import { formatSeconds } from '@mcp-portal/launcher/src/phases.mjs';

const HEADINGS = ['suite', 'passed', 'failed', 'skipped', 'time', ''];

/**
 * Turns what a suite's tool reported into a result that can be trusted: a tool that failed without naming a failed
 * test, or that ran nothing, counts as one failure.
 */
export function judge(name, outcome, ms) {
  const { passed = 0, skipped = 0, exitCode = 0, note = '' } = outcome;
  let { failed = 0, problem } = outcome;
  if (failed === 0 && exitCode !== 0) {
    failed = 1;
    problem ??= `its tool ended with ${exitCode}`;
  }
  if (passed + failed === 0) {
    failed = 1;
    problem ??= 'it ran nothing';
  }
  if (problem && failed === 0) {
    failed = 1;
  }
  return { name, passed, failed, skipped, ms, note, problem };
}

export function succeeded(results) {
  return results.length > 0 && results.every(({ failed }) => failed === 0);
}

/** The last line of the test command, in the form that other programs read. */
export function closingLine(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${
    skipped ? `, ${skipped} skipped` : ''
  }`;
}

export function summaryTable(results) {
  const rows = results.map(
    ({ name, passed, failed, skipped, ms, note, problem }) => [
      name,
      String(passed),
      String(failed),
      String(skipped),
      formatSeconds(ms),
      remark({ failed, note, problem }),
    ],
  );
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map(row => row[column].length)),
  );
  return [HEADINGS, ...rows]
    .map(row =>
      row
        .map((cell, column) =>
          column > 0 && column < 5
            ? cell.padStart(widths[column])
            : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function remark({ failed, note, problem }) {
  if (problem) {
    return `FAILED: ${problem.split('\n')[0]}`;
  }
  return failed ? `FAILED ${note}`.trim() : note;
}
