/** A row that is good; a test changes what it is about. */
export const A_ROW: Record<string, string> = {
  BillingAccountId: '1234',
  BillingCurrency: 'USD',
  BillingPeriodStart: '2026-10-01T00:00:00Z',
  BillingPeriodEnd: '2026-11-01T00:00:00Z',
  ChargePeriodStart: '2026-10-05T00:00:00Z',
  ChargePeriodEnd: '2026-10-06T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeClass: '',
  EffectiveCost: '1.5',
  BilledCost: '99',
  ProviderName: 'Cloud',
  InvoiceIssuerName: 'Cloud Inc.',
  ServiceName: 'Compute',
  ResourceId: '',
  SubAccountId: '',
  Tags: '{"team":"payments","environment":"production"}',
};

/** Writes rows as a CSV file, with all columns that any of them has. */
export function csvOf(
  rows: readonly Record<string, string>[],
  columns: readonly string[] = Object.keys(Object.assign({}, A_ROW, ...rows)),
): string {
  const cell = (text: string) =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [
    columns,
    ...rows.map(row => {
      const whole: Record<string, string> = { ...A_ROW, ...row };
      return columns.map(name => whole[name] ?? '');
    }),
  ]
    .map(cells => cells.map(cell).join(','))
    .join('\n');
}
