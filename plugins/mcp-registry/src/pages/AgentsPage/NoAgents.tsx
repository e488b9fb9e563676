import Button from '@mui/material/Button';
import { CodeBlock, EmptyNote } from '@mcp-portal/plugin-mcp-react';

const ENTITY = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: invoice-clerk
  description: Drafts invoices from signed contracts.
spec:
  type: ai-agent
  lifecycle: production
  owner: group:default/payments
  mcpServers:
    - ref: api:default/billing
      version: ^2.3.0
      tools: [create_invoice]`;

/** No agent is registered yet, or none matches. */
export const NoAgents = (props: { narrowed: boolean; onClear: () => void }) =>
  props.narrowed ? (
    <EmptyNote
      title="No agent matches"
      action={
        <Button variant="outlined" onClick={props.onClear}>
          Clear the search and filters
        </Button>
      }
    >
      No agent that you may see has all of these.
    </EmptyNote>
  ) : (
    <EmptyNote title="No agents yet">
      <p>
        An agent appears here when the catalog has a component of type{' '}
        <code>ai-agent</code>. It says which servers it uses:
      </p>
      <div style={{ textAlign: 'left' }}>
        <CodeBlock label="An example of an agent's entity" text={ENTITY} />
      </div>
    </EmptyNote>
  );
