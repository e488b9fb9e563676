import { Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import {
  CodeBlock,
  EmptyNote,
  LINKS_IN_TEXT,
} from '@mcp-portal/plugin-mcp-react';
import type { UsageAddress } from '../../components/filters';

/** Nothing matches, nothing was used in these days, or nothing is sent yet. */
export const NoUsage = (props: {
  overview: CostOverview;
  address: UsageAddress;
}) => {
  const { overview, address } = props;
  const baseUrl = useApi(configApiRef).getString('backend.baseUrl');
  if (address.narrowed) {
    return (
      <EmptyNote
        title="Nothing matches"
        action={
          <Button variant="outlined" onClick={address.clear}>
            Clear the filters
          </Button>
        }
      >
        No usage of these days that you may see has all of this.
      </EmptyNote>
    );
  }
  if (!overview.sees.all && overview.sees.teams.length === 0) {
    return (
      <EmptyNote title="You belong to no team">
        One sees the costs of one&apos;s own teams, of the teams below them, and
        of the servers that they own. Ask who keeps the catalog to add you to
        your team.
      </EmptyNote>
    );
  }
  // Without a forecast the days are others than these.
  if (overview.previous.events > 0 || !overview.forecast) {
    return (
      <EmptyNote title="Nothing was used in these days">
        Choose another period above.
      </EmptyNote>
    );
  }
  return (
    <EmptyNote title="No usage yet">
      <Box sx={LINKS_IN_TEXT}>
        Costs appear here when an agent sends its OpenTelemetry traces. Make a
        service key on the page of{' '}
        <Link to="/catalog?filters[kind]=group">your team</Link>, and give it to
        the agent&apos;s exporter:
      </Box>
      {/* Below the button that copies it. */}
      <Box sx={{ textAlign: 'left', mt: 2, '& pre': { pt: 6 } }}>
        <CodeBlock
          label="What an agent's exporter needs"
          text={`OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=${baseUrl}/api/mcp-cost/v1/traces
OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf
OTEL_EXPORTER_OTLP_TRACES_HEADERS=Authorization=Bearer%20<the team's key>
OTEL_RESOURCE_ATTRIBUTES=service.name=<the agent>,deployment.environment.name=production`}
        />
      </Box>
    </EmptyNote>
  );
};
