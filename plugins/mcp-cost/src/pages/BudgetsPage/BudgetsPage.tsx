import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const BudgetsPage = () => <EmptyNote title="Not there yet" />;
