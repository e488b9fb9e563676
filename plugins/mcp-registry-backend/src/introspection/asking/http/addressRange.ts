import ipaddr from 'ipaddr.js';
import { HostRule } from '../rules/HostRule';

/** The one metadata address that lies in public space (Azure's). */
const PUBLIC_METADATA_ADDRESSES = ['168.63.129.16'];

/**
 * What kind of address this is; `public` only for global unicast.
 *
 * An IPv4 address mapped into IPv6 counts as what it maps. Every other way to
 * wrap one (NAT64, 6to4, Teredo, the old compatible form) has a name of its
 * own here and so is not public.
 */
export function addressRange(address: string): string {
  if (!ipaddr.isValid(address) || address.includes('%')) {
    return 'invalid';
  }
  const parsed = ipaddr.process(address);
  if (PUBLIC_METADATA_ADDRESSES.includes(parsed.toString())) {
    return 'metadata';
  }
  const range = parsed.range();
  if (range !== 'unicast') {
    return range;
  }
  // RFC 4291, 2.4, and IANA's registry: only 2000::/3 is given out.
  return parsed.kind() === 'ipv6' &&
    !parsed.match(ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number])
    ? 'unassigned'
    : 'public';
}

/** Whether the portal may connect to an address on behalf of a host. */
export function mayConnect(rule: HostRule, address: string): boolean {
  const range = addressRange(address);
  if (range === 'public') {
    return true;
  }
  if (range === 'invalid') {
    return false;
  }
  const parsed = ipaddr.process(address);
  return rule.allowedAddresses.some(
    ([network, bits]) =>
      network.kind() === parsed.kind() && parsed.match([network, bits]),
  );
}
