import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A credential that the operator bound to a part of a URL space. */
export interface CredentialRule {
  name: string;
  type: string;
  /** `https://host:port`. */
  origin: string;
  /** Without a slash at its end; empty for the whole origin. */
  pathPrefix: string;
  /** The whole block, for the source of that type. */
  config: Config;
  at: string;
}

/** Reads one entry of `mcpRegistry.introspection.credentials`. */
export function readCredentialRule(config: Config, at: string): CredentialRule {
  const name = config.getString('name');
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name)) {
    throw new InputError(
      `${at}.name may have letters, digits, '.', '_' and '-', and at most 63 of them`,
    );
  }
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash ||
    hasHiddenSegments(url.pathname)
  ) {
    throw new InputError(
      `${at}.url must be an http or https URL without user, password, query and fragment`,
    );
  }
  return {
    name,
    type: config.getString('type'),
    origin: url.origin,
    pathPrefix: url.pathname.replace(/\/+$/, ''),
    config,
    at,
  };
}

/** Whether a URL lies within what the credential is for. */
export function covers(rule: CredentialRule, url: URL): boolean {
  return (
    url.origin === rule.origin &&
    !url.username &&
    !url.password &&
    (url.pathname === rule.pathPrefix ||
      url.pathname.startsWith(`${rule.pathPrefix}/`)) &&
    !hasHiddenSegments(url.pathname)
  );
}

/**
 * Whether a path hides a `..` from `URL`, which only resolves the plain and the
 * once-encoded form. A server or a proxy may decode once more, and the path
 * would leave the prefix.
 */
function hasHiddenSegments(pathname: string): boolean {
  let path = pathname;
  for (let round = 0; round < 3; round++) {
    if (path.split(/[\\/]/).some(segment => /^\.{1,2}(;|$)/.test(segment))) {
      return true;
    }
    try {
      path = decodeURIComponent(path);
    } catch {
      return true;
    }
  }
  return path.includes('%');
}
