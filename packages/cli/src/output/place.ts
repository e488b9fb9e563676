import type { ChangePlace } from '@mcp-portal/mcp-contract';

/** What has changed: `tool`, `search`; and where: `input /properties/limit`. */
export function placeOf(where: ChangePlace): {
  kind: string;
  /** Absent for the server itself. */
  name?: string;
  at: string;
} {
  const { tool, prompt, resource, resourceTemplate, side, pointer } = where;
  const named: [string, string | undefined][] = [
    ['tool', tool],
    ['prompt', prompt],
    ['resource', resource],
    ['resource template', resourceTemplate],
  ];
  const [kind, name] = named.find(([, one]) => one !== undefined) ?? ['server'];
  return { kind, name, at: [side, pointer].filter(Boolean).join(' ') };
}
