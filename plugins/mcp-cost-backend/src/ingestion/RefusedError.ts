import type {
  RecordRefusal,
  RefusalCode,
} from '@mcp-portal/plugin-mcp-cost-common';

/**
 * That one record of a batch is refused. It never leaves the way in: it becomes
 * a refusal in the receipt.
 */
export class RefusedError extends Error {
  readonly name = 'RefusedError';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }

  toRefusal(index: number, id?: string): RecordRefusal {
    const { code, message } = this;
    return { index, ...(id !== undefined && { id }), code, message };
  }
}
