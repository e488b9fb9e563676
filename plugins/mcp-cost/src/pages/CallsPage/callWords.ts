import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';

/** What happened, in a few words: the tool, the model, or the hours. */
export function callTitle(call: UsageEvent): string {
  switch (call.kind) {
    case 'tool-call':
      return call.tool ?? 'A tool without a name';
    case 'model-call':
      return call.model ?? 'A model without a name';
    case 'hosting':
      return call.unit === 'month-share'
        ? 'Share of the month’s hosting'
        : `Hosting, ${quantity(call)}`;
    case 'charge':
      return 'Charge of a bill';
    default:
      return quantity(call);
  }
}

function quantity({ quantity: count, unit }: UsageEvent): string {
  if (count === undefined) {
    return unit ?? 'Something';
  }
  return `${count.toLocaleString('en', { maximumFractionDigits: 9 })} ${
    unit ?? ''
  }`.trim();
}
