import type { ContractTool } from './contract';

/**
 * What a hint means when a tool does not give it.
 * Source: MCP 2026-07-28, `ToolAnnotations`.
 * @public
 */
export const TOOL_ANNOTATION_DEFAULTS = Object.freeze({
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
});

/**
 * All four hints of a tool, whether given or by default.
 * @public
 */
export interface EffectiveToolAnnotations {
  title?: string;
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

/**
 * Completes a tool's annotations with the MCP defaults. They stay hints: a
 * server may say what it likes.
 * @public
 */
export function effectiveAnnotations(
  tool: Pick<ContractTool, 'annotations'>,
): EffectiveToolAnnotations {
  return { ...TOOL_ANNOTATION_DEFAULTS, ...tool.annotations };
}
