import { Failure } from '@mcp-portal/launcher/src/failure.mjs';

/**
 * Splits the arguments of the test command: first names of suites, then, with or without `--` between, what goes to
 * the tool that runs them.
 */
export function selectSuites(all, args) {
  const names = all.map(({ name }) => name);
  const separator = args.indexOf('--');
  const firstOther = args.findIndex(arg => !names.includes(arg));
  const end = firstOther === -1 ? args.length : firstOther;
  const chosen = args.slice(0, end);
  const passedOn = args.slice(separator === end ? end + 1 : end);

  const suites = chosen.length
    ? all.filter(({ name }) => chosen.includes(name))
    : all;
  if (
    passedOn.length > 0 &&
    !(suites.length === 1 && suites[0].takesArguments)
  ) {
    const takers = all
      .filter(({ takesArguments }) => takesArguments)
      .map(({ name }) => name);
    throw new Failure(
      `"${passedOn[0]}" is no suite. Suites: ${names.join(
        ', ',
      )}. Further arguments go to one of ${takers.join(', ')} only.`,
      { exitCode: 2 },
    );
  }
  return { suites, passedOn };
}
