import { quote } from '../../diff/quote';
import { defineConvention, oneOutcome } from '../CheckedConvention';
import { matchesPattern } from '../matchesPattern';

const STYLES = ['registry-or-kebab', 'registry', 'kebab-case'] as const;

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const WANTED = new Map<string, string>([
  ['registry-or-kebab', 'of the form "namespace/name", nor in kebab-case'],
  ['registry', 'of the form "namespace/name"'],
  ['kebab-case', 'in kebab-case'],
]);

/** How servers are named. */
export const serverName = defineConvention({
  convention: {
    id: 'server-name',
    title: 'Servers are named alike',
    severity: 'warning',
    why: 'Agents and people find a server by its name, and clients refuse what is no name of the MCP Registry.',
    fix: 'Call it `namespace/name` with the domain reversed, such as `com.example/billing`, or in kebab-case.',
    options: { style: 'registry-or-kebab', pattern: '' },
  },
  choices: { style: STYLES },
  patterns: ['pattern'],
  check({ serverName: name }, { style, pattern }) {
    if (name === undefined) {
      return { skipped: 'The name that it is published under is not known.' };
    }
    if (pattern !== '') {
      return oneOutcome(
        matchesPattern(pattern, name)
          ? undefined
          : `The server's name ${quote(name)} does not match ${pattern}.`,
      );
    }
    const isKept =
      (style !== 'kebab-case' && isRegistryName(name)) ||
      (style !== 'registry' && KEBAB.test(name));
    return oneOutcome(
      isKept
        ? undefined
        : `The server's name ${quote(name)} is not ${WANTED.get(style)}.`,
    );
  },
});

// MCP Registry, server.json: 3 to 200 characters, both parts alphanumeric at
// both ends; the namespace is a domain, reversed.
function isRegistryName(name: string): boolean {
  const [namespace, local, ...rest] = name.split('/');
  return (
    name.length <= 200 &&
    rest.length === 0 &&
    local !== undefined &&
    namespace.includes('.') &&
    isPart(namespace, /^[a-zA-Z0-9.-]+$/) &&
    isPart(local, /^[a-zA-Z0-9._-]+$/)
  );
}

function isPart(part: string, allowed: RegExp): boolean {
  return (
    allowed.test(part) && /^[a-zA-Z0-9]/.test(part) && /[a-zA-Z0-9]$/.test(part)
  );
}
