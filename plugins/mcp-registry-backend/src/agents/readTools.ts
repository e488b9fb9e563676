/** The tools of a use, as they are kept: JSON, or null when none are named. */
export function readTools(tools: string | null): string[] | undefined {
  return tools === null ? undefined : JSON.parse(tools);
}
