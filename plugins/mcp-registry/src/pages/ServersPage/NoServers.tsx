import { Link } from '@backstage/core-components';
import Button from '@mui/material/Button';
import { CodeBlock, EmptyNote } from '@mcp-portal/plugin-mcp-react';
import { CreateServerButton } from './CreateServerButton';

const ENTITY = `apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: billing
  description: Invoices, refunds and dunning.
spec:
  type: mcp-server
  lifecycle: production
  owner: group:default/payments
  remotes:
    - type: streamable-http
      url: https://mcp.example.com/billing`;

/** Nothing is registered yet, or nothing matches. */
export const NoServers = (props: { narrowed: boolean; onClear: () => void }) =>
  props.narrowed ? (
    <EmptyNote
      title="No server matches"
      action={
        <Button variant="outlined" onClick={props.onClear}>
          Clear the search and filters
        </Button>
      }
    >
      No server that you may see has all of these in its name, purpose, owner or
      tools.
    </EmptyNote>
  ) : (
    <EmptyNote
      title="No MCP servers yet"
      action={<CreateServerButton variant="contained" />}
    >
      <p>
        A server appears here when the catalog has an API entity of type{' '}
        <code>mcp-server</code>. Create one, or put one beside the code of a
        server that there is, and add its location to the{' '}
        <Link to="/catalog">catalog</Link>:
      </p>
      <div style={{ textAlign: 'left' }}>
        <CodeBlock label="An example of a server's entity" text={ENTITY} />
      </div>
    </EmptyNote>
  );
