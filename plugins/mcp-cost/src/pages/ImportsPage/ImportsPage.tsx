import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const ImportsPage = () => <EmptyNote title="Not there yet" />;
