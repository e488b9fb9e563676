import { LoggerService } from '@backstage/backend-plugin-api';
import dns from 'node:dns/promises';
import net, { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { AskError } from '../attempt/AskError';
import { plainText } from '@mcp-portal/plugin-mcp-node';
import { HostRule } from '../rules/HostRule';
import { addressRange, mayConnect } from './addressRange';
import { HostRules } from './HostRules';

/** Resolves a name to all of its addresses. */
export type ResolveHost = (
  hostname: string,
) => Promise<{ address: string; family: number }[]>;

export const resolveHost: ResolveHost = hostname =>
  dns.lookup(hostname, { all: true, verbatim: true });

/**
 * An agent that looks at the address when it connects. Checking the name before
 * would leave time for the name to point elsewhere (DNS rebinding).
 */
export function createCheckedAgent(options: {
  hosts: HostRules;
  resolve: ResolveHost;
  timeoutMs: number;
  logger: LoggerService;
}): Agent {
  const { hosts, resolve, timeoutMs, logger } = options;

  const refuse = (hostname: string, address: string) => {
    // Which address an internal name has is for the operator's log only.
    logger.warn(
      `Refused to connect to ${hostname}: ${plainText(
        address,
        60,
      )} is not an address that mcpRegistry.introspection.hosts allows for it`,
    );
    return new AskError(
      'refused',
      `${hostname} leads to an address that is not public (${addressRange(
        address,
      )}). If that is right, add its range to 'allowPrivateAddresses' of that host in mcpRegistry.introspection.hosts; the backend's log names the address.`,
    );
  };

  const checkedLookup =
    (rule: HostRule): LookupFunction =>
    (hostname, { all }, callback) => {
      resolve(hostname).then(
        addresses => {
          const allowed = addresses.filter(({ address }) =>
            mayConnect(rule, address),
          );
          if (addresses.length > 0 && allowed.length === 0) {
            callback(refuse(hostname, addresses[0].address), '');
          } else if (allowed.length === 0) {
            callback(new AskError('unreachable', noAddress(hostname)), '');
          } else if (all) {
            callback(null, allowed);
          } else {
            callback(null, allowed[0].address, allowed[0].family);
          }
        },
        error => callback(error, ''),
      );
    };

  return new Agent({
    // The deadline ends what hangs; the defaults of minutes would only confuse.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (target, callback) => {
      const { hostname, protocol, port } = target;
      try {
        const literal = net.isIPv6(hostname) ? `[${hostname}]` : hostname;
        const rule = hosts.require(
          new URL(`${protocol}//${literal}${port ? `:${port}` : ''}`),
        );
        // Node does not look up what is an address already.
        if (net.isIP(hostname) && !mayConnect(rule, hostname)) {
          throw refuse(hostname, hostname);
        }
        buildConnector({ timeout: timeoutMs, lookup: checkedLookup(rule) })(
          target,
          callback,
        );
      } catch (error) {
        callback(error as Error, null);
      }
    },
  });
}

function noAddress(hostname: string) {
  return `The name ${hostname} has no address.`;
}
