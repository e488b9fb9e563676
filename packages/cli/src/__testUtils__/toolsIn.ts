/** The names of the tools in the contract that a run wrote. */
export function toolsIn({ stdout }: { stdout: string }): string[] {
  return JSON.parse(stdout).tools.map((tool: { name: string }) => tool.name);
}
