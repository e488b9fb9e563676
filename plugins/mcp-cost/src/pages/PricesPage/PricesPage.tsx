import { EmptyNote } from '@mcp-portal/plugin-mcp-react';

export const PricesPage = () => <EmptyNote title="Not there yet" />;
