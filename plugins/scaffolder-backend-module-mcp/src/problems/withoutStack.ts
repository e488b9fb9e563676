/**
 * The log of a task prints an error's stack. Where a person can set it right,
 * the lines of the program would only hide what to do.
 */
export function withoutStack<E extends Error>(error: E): E {
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
