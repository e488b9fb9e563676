import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { Section } from '@mcp-portal/plugin-mcp-react';
import { ContractSummary, ConventionsCard } from '../../components';
import { useServerLinks } from '../../useServerLinks';
import { DependentsSummary } from './DependentsSummary';
import { HealthSummary } from './HealthSummary';
import { ReachSection } from './ReachSection';

export const OverviewTab = ({ server }: { server: ServerDetail }) => {
  const links = useServerLinks();
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: 'minmax(0, 3fr) minmax(0, 2fr)',
        },
        '& > div:first-of-type > section:first-of-type': { mt: 0 },
        // Beside the first column, not below it.
        '& > div + div > section:first-of-type': { mt: { xs: 2, lg: 0 } },
      }}
    >
      <div>
        <Section
          title="Contract"
          action={
            <Link to={`${links.server(server)}/contract`}>Whole contract</Link>
          }
        >
          <ContractSummary server={server} />
        </Section>
        <HealthSummary server={server} />
      </div>
      <div>
        <ConventionsCard server={server} />
        <DependentsSummary server={server} />
        <ReachSection server={server} />
      </div>
    </Box>
  );
};
