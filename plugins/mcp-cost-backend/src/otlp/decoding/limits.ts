import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';

/** SDKs send 512 at a time, collectors 8,192. */
export const MAX_SPANS = 20_000;
/** Of resources and scopes together. */
export const MAX_GROUPS = 20_000;
/** SDKs keep 128. */
export const MAX_ATTRIBUTES = 1_000;
/** Of lists and maps within each other in an attribute's value. */
export const MAX_VALUE_DEPTH = 16;

/** @throws PayloadTooLargeError */
export function checkSpanCount(spans: number): void {
  if (spans > MAX_SPANS) {
    throw new PayloadTooLargeError(
      `A request may hold ${MAX_SPANS} spans; send fewer at a time.`,
    );
  }
}

/** @throws PayloadTooLargeError */
export function checkGroupCount(groups: number): void {
  if (groups > MAX_GROUPS) {
    throw new PayloadTooLargeError(
      `A request may hold ${MAX_GROUPS} resources and scopes; send fewer at a time.`,
    );
  }
}

/** What a span is refused for. */
export const TOO_MANY_ATTRIBUTES = `it has more than ${MAX_ATTRIBUTES} attributes`;
