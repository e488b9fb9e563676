import type { PriceSubject } from '@mcp-portal/plugin-mcp-cost-common';

/**
 * A text that is the same for the same subject: prices with it take turns.
 */
export function subjectKey(subject: PriceSubject): string {
  return JSON.stringify([
    subject.kind,
    'serverRef' in subject ? subject.serverRef ?? '' : '',
    'tool' in subject ? subject.tool ?? '' : '',
    'model' in subject ? subject.model : '',
    'provider' in subject ? subject.provider ?? '' : '',
    'unit' in subject ? subject.unit : '',
  ]);
}
