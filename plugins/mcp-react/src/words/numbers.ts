const format = new Intl.NumberFormat('en');

/** `1,204` @public */
export function shownNumber(count: number): string {
  return format.format(count);
}

/** `1 server`, `1,204 servers` @public */
export function counted(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${shownNumber(count)} ${count === 1 ? one : many}`;
}

/** `184 ms`, `8.2 s` @public */
export function shownLatency(latencyMs: number): string {
  return latencyMs < 1000
    ? `${Math.round(latencyMs)} ms`
    : `${(latencyMs / 1000).toFixed(1)} s`;
}

/** `812 B`, `14 kB`, `2.1 MB` @public */
export function shownSize(bytes: number): string {
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
