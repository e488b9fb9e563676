export function serverPath(ref: string): string {
  return `/servers/${encodeURIComponent(ref)}`;
}

export function agentPath(ref: string): string {
  return `/agents/${encodeURIComponent(ref)}`;
}

export function versionPath(ref: string, version: string): string {
  return `${serverPath(ref)}/versions/${encodeURIComponent(version)}`;
}
