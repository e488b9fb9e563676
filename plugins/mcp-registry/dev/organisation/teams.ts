import type { Owner } from '@mcp-portal/plugin-mcp-registry-common';

function team(name: string, title: string): Owner {
  return { ref: `group:default/${name}`, exists: true, title };
}

export const payments = team('payments', 'Payments');
export const platform = team('platform-engineering', 'Platform Engineering');
export const support = team('customer-support', 'Customer Support');
export const data = team('data-platform', 'Data Platform');
export const devex = team('developer-experience', 'Developer Experience');
export const longTeam = team(
  'regulatory-reporting-and-risk-analytics',
  'Regulatory Reporting and Risk Analytics, Europe and the Middle East',
);

/** The catalog has no such group. */
export const gone: Owner = {
  ref: 'group:default/growth-experiments',
  exists: false,
};
