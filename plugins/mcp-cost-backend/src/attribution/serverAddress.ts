/** Where a server is, in the one way to write it. */
export interface ServerAddress {
  /** `https:` or `http:`; missing where it wasn't said. */
  scheme?: string;
  host: string;
  /** Missing where neither port nor scheme were said. */
  port?: string;
  /** Without a slash at its end; empty for the root. */
  path: string;
}

const DEFAULT_PORTS: Record<string, string> = {
  'http:': '80',
  'https:': '443',
};

/**
 * Reads a URL, or one without its scheme (`//host:port/path`). Host and scheme
 * are in lower case; user, query and fragment, which may hold secrets, are gone.
 *
 * @returns undefined for what is no web address, such as a command
 */
export function parseServerAddress(text: string): ServerAddress | undefined {
  const isBare = text.startsWith('//');
  if (!isBare && !/^https?:\/\//i.test(text)) {
    return undefined;
  }
  let url: URL;
  try {
    url = new URL(isBare ? `https:${text}` : text);
  } catch {
    return undefined;
  }
  const { hostname: host, protocol } = url;
  const path = withoutLastSlashes(url.pathname);
  return isBare
    ? { host, port: url.port || portIn(text), path }
    : {
        scheme: protocol,
        host,
        port: url.port || DEFAULT_PORTS[protocol],
        path,
      };
}

/** `host`, or `host:port`: what may be shown of an address. */
export function shownAddress({ scheme, host, port }: ServerAddress): string {
  const isUsual =
    port === undefined ||
    (scheme === undefined
      ? Object.values(DEFAULT_PORTS).includes(port)
      : DEFAULT_PORTS[scheme] === port);
  return isUsual ? host : `${host}:${port}`;
}

/** By what a server at an address may be asked for. */
export function declaredKeys({ scheme, host, port, path }: ServerAddress): {
  address: string[];
  host: string[];
} {
  return {
    address: [
      `${scheme}//${host}:${port}${path}`,
      `//${host}:${port}${path}`,
      `//${host}${path}`,
    ],
    host: [`//${host}:${port}`, `//${host}`],
  };
}

/** What to ask for, with as much as was said. */
export function askedKeys({ scheme, host, port, path }: ServerAddress): {
  address: string;
  host: string;
} {
  const place = port === undefined ? host : `${host}:${port}`;
  return { address: `${scheme ?? ''}//${place}${path}`, host: `//${place}` };
}

// The parser leaves out the port that https has by default.
function portIn(text: string): string | undefined {
  return /^\/\/[^/?#]*:443(?:[/?#]|$)/.test(text) ? '443' : undefined;
}

// No regular expression: of many slashes elsewhere it would try each.
function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') {
    end--;
  }
  return path.slice(0, end);
}
