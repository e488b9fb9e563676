import type { Change, ChangePlace, Contract } from '@mcp-portal/mcp-contract';

/** What can be shown before and after: a tool, say, or the contract's rest. */
export interface ChangedItem {
  /** Names it in an address: `tool:create_invoice`, `contract`. */
  key: string;
  /** `Tool`, `Prompt` … */
  kind: string;
  name: string;
  changes: Change[];
}

const KINDS = {
  tool: 'Tool',
  prompt: 'Prompt',
  resource: 'Resource',
  resourceTemplate: 'Resource template',
} as const;

type Kind = keyof typeof KINDS;

function kindOf(where: ChangePlace): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find(kind => where[kind] !== undefined);
}

export function itemKey(where: ChangePlace): string {
  const kind = kindOf(where);
  return kind ? `${kind}:${where[kind]}` : 'contract';
}

/** The changes by what they are in, in the order in which they come. */
export function changedItems(changes: Change[]): ChangedItem[] {
  const items = new Map<string, ChangedItem>();
  for (const change of changes) {
    const key = itemKey(change.where);
    const kind = kindOf(change.where);
    const item = items.get(key) ?? {
      key,
      kind: kind ? KINDS[kind] : 'Server',
      name: (kind && change.where[kind]) || 'Capabilities and instructions',
      changes: [],
    };
    item.changes.push(change);
    items.set(key, item);
  }
  return [...items.values()];
}

/** The thing itself, in one of the contracts; undefined where it is not. */
export function itemIn(contract: Contract | undefined, key: string): unknown {
  if (!contract) {
    return undefined;
  }
  const name = key.slice(key.indexOf(':') + 1);
  switch (key.slice(0, key.indexOf(':'))) {
    case 'tool':
      return contract.tools.find(tool => tool.name === name);
    case 'prompt':
      return contract.prompts.find(prompt => prompt.name === name);
    case 'resource':
      return contract.resources.find(resource => resource.uri === name);
    case 'resourceTemplate':
      return contract.resourceTemplates.find(
        template => template.uriTemplate === name,
      );
    default:
      return {
        instructions: contract.instructions,
        capabilities: contract.capabilities,
      };
  }
}
