import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import ipaddr from 'ipaddr.js';

type Cidr = ReturnType<typeof ipaddr.parseCIDR>;

/** A host that the portal may call. */
export interface HostRule {
  /** In lower case, as `URL` writes it; for a wildcard, what follows `*.`. */
  hostname: string;
  wildcard: boolean;
  /** Absent: the default port of the scheme. */
  port?: number;
  allowHttp: boolean;
  /** Addresses that are not public, but may be called for this host. */
  allowedAddresses: Cidr[];
}

/** Reads one entry of `mcpRegistry.introspection.hosts`. */
export function readHostRule(config: Config, at: string): HostRule {
  const text = config.getString('host');
  const wildcard = text.startsWith('*.');
  const rest = wildcard ? text.slice(2) : text;
  return {
    ...readAuthority(rest, `${at}.host`),
    wildcard,
    allowHttp: config.getOptionalBoolean('allowHttp') ?? false,
    allowedAddresses: (
      config.getOptionalStringArray('allowPrivateAddresses') ?? []
    ).map((cidr, i) => readCidr(cidr, `${at}.allowPrivateAddresses[${i}]`)),
  };
}

function readAuthority(text: string, at: string) {
  const match = /^([^\s/?#@*:]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?$/.exec(text);
  const url =
    match && URL.canParse(`http://${match[1]}`)
      ? new URL(`http://${match[1]}`)
      : undefined;
  const port = match?.[2] === undefined ? undefined : Number(match[2]);
  if (!url || (port !== undefined && (port < 1 || port > 65535))) {
    throw new InputError(
      `${at} must be a host such as 'mcp.example.com', '*.example.com' or 'localhost:8080', without scheme and path`,
    );
  }
  return { hostname: url.hostname, port };
}

function readCidr(text: string, at: string): Cidr {
  if (!ipaddr.isValidCIDR(text)) {
    throw new InputError(
      `${at} must be a range of addresses such as '127.0.0.0/8' or '::1/128'`,
    );
  }
  return ipaddr.parseCIDR(text);
}

/** Whether a rule is about the host and port of a URL. */
export function ruleNames(rule: HostRule, url: URL): boolean {
  const sameName = rule.wildcard
    ? url.hostname.endsWith(`.${rule.hostname}`)
    : url.hostname === rule.hostname;
  // URL leaves out a port that is the scheme's default, as the rule does.
  const defaultPort = url.protocol === 'https:' ? 443 : 80;
  const urlPort = url.port ? Number(url.port) : defaultPort;
  return sameName && urlPort === (rule.port ?? defaultPort);
}
