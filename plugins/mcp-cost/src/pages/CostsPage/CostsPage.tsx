import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const CostsPage = () => <EmptyNote title="Not there yet" />;
