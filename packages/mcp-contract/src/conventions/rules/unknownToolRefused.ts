import type { UnknownToolAnswer } from '../convention';
import { defineConvention, oneOutcome } from '../CheckedConvention';

// MCP 2026-07-28, tools, error handling: an unknown tool is a protocol error.
const INVALID_PARAMS = -32602;

/** That a call of an unknown tool fails as MCP says. */
export const unknownToolRefused = defineConvention({
  convention: {
    id: 'unknown-tool-refused',
    title: 'An unknown tool is refused as MCP asks',
    severity: 'warning',
    why: 'A client tells by the JSON-RPC error that its list of tools is old; a result would go to the model as if the tool had run.',
    fix: 'Answer `tools/call` of an unknown name with the JSON-RPC error -32602. Current SDKs do so by themselves.',
    options: {},
  },
  check({ unknownTool: answer }) {
    if (answer === undefined) {
      return { skipped: 'Nobody has tried an unknown tool.' };
    }
    return answer.kind === 'none'
      ? { skipped: `An unknown tool was tried in vain: ${answer.reason}` }
      : oneOutcome(faultOf(answer));
  },
});

function faultOf(
  answer: Exclude<UnknownToolAnswer, { kind: 'none' }>,
): string | undefined {
  if (answer.kind === 'error') {
    return answer.code === INVALID_PARAMS
      ? undefined
      : `An unknown tool is refused with the JSON-RPC error ${answer.code}, where MCP asks for ${INVALID_PARAMS}.`;
  }
  return answer.isError
    ? 'An unknown tool is answered with a result that says it failed, where MCP asks for a JSON-RPC error.'
    : 'An unknown tool is answered with a result, as if it had been called.';
}
