export function teamPath(ref: string): string {
  return `/teams/${encodeURIComponent(ref)}`;
}

export function keyPath(id: string): string {
  return `/keys/${encodeURIComponent(id)}`;
}
