/** A tool with these properties, of which all in `required` are. */
export function aTool(
  name: string,
  properties: Record<string, object> = {},
  required: string[] = [],
): { [field: string]: unknown } {
  return {
    name,
    description: `Does ${name}`,
    inputSchema: { type: 'object', properties, required },
  };
}

/** A whole contract, as `snapshot` writes it. */
export function aContract(...tools: object[]): object {
  return {
    capabilities: { tools: {} },
    prompts: [],
    resourceTemplates: [],
    resources: [],
    tools,
  };
}
