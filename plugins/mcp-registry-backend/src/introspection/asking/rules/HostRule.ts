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
  ports?: { from: number; to: number };
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

const LAST_PORT = 65535;

/** A host, or an address in brackets, and its port, a range of ports, or `*`. */
const AUTHORITY =
  /^([^\s/?#@*:]+|\[[0-9a-fA-F:.]+\])(?::(?:(\d{1,5})(?:-(\d{1,5}))?|(\*)))?$/;

function readAuthority(text: string, at: string) {
  const match = AUTHORITY.exec(text);
  const url =
    match && URL.canParse(`http://${match[1]}`)
      ? new URL(`http://${match[1]}`)
      : undefined;
  const ports = match ? readPorts(match) : undefined;
  if (
    !url ||
    (ports && (ports.from < 1 || ports.to > LAST_PORT || ports.from > ports.to))
  ) {
    throw new InputError(
      `${at} must be a host such as 'mcp.example.com', '*.example.com', 'localhost:8080', 'localhost:4100-4199' or 'localhost:*', without scheme and path`,
    );
  }
  return { hostname: url.hostname, ports };
}

function readPorts([, , first, last, any]: RegExpExecArray) {
  if (any) {
    return { from: 1, to: LAST_PORT };
  }
  return first === undefined
    ? undefined
    : { from: Number(first), to: Number(last ?? first) };
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
  const { from, to } = rule.ports ?? { from: defaultPort, to: defaultPort };
  return sameName && from <= urlPort && urlPort <= to;
}
