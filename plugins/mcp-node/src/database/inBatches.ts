/** Fits the limits on parameters of both databases, with room for others. */
const BATCH_SIZE = 500;

/**
 * Reads rows for any number of values, some at a time: databases take only so
 * many parameters in one statement.
 * @public
 */
export async function inBatches<V, R>(
  values: V[],
  read: (batch: V[]) => PromiseLike<R[]>,
): Promise<R[]> {
  const rows: R[] = [];
  for (let start = 0; start < values.length; start += BATCH_SIZE) {
    rows.push(...(await read(values.slice(start, start + BATCH_SIZE))));
  }
  return rows;
}
