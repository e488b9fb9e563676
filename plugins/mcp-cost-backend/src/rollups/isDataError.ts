/** PostgreSQL's class 22, such as a number out of range. */
const DATA_EXCEPTION = /^22/;

/** Whether it is the data that a database cannot take, now and ever. */
export function isDataError(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && DATA_EXCEPTION.test(code)) ||
    code === 'SQLITE_CONSTRAINT_CHECK' ||
    /integer overflow/.test(String(message))
  );
}
