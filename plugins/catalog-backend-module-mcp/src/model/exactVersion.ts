// What the registry protocol refuses as a version: ranges of npm, PyPI and
// NuGet, wildcards, and `latest`.
const RANGE_PATTERNS = [
  /^latest$/i,
  /^[~^<>=!]/,
  /[\s|,[\]()]/,
  /(^|\.)[x*](\.|$)/i,
];

/**
 * Whether a text names one version, not a range of them (server.json:
 * `version` of the server and of its packages).
 */
export function isExactVersion(version: string): boolean {
  return (
    version.length > 0 &&
    version.length <= 255 &&
    !RANGE_PATTERNS.some(pattern => pattern.test(version))
  );
}
