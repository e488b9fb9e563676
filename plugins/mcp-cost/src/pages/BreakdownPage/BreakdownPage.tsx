import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const BreakdownPage = () => <EmptyNote title="Not there yet" />;
