import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import { Section } from '@mcp-portal/plugin-mcp-react';
import { AlertList } from '../../components/alerts';
import { ExportMenu } from '../../components/export';
import { UsageFilterBar, useUsageAddress } from '../../components/filters';
import type { UsageAddress } from '../../components/filters';
import { LoadedPart, useCost } from '../../components/loading';
import { SpendSection } from '../../components/spend';
import { CostsAnswer } from './CostsAnswer';
import { MovedMost } from './MovedMost';
import { NoUsage } from './NoUsage';
import { TopTable } from '../../components/topTable';
import { UnitCostsSection } from '../../components/unitCosts';
import { Unknowns } from './Unknowns';
import { CHART_DIMENSIONS, useChartChoice } from './useChartChoice';
import type { ChartChoice } from './useChartChoice';

/** The numbers need no words above them, but a page read aloud needs its headings. */
const READ_ALOUD_ONLY = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const TABLES = ['team', 'server', 'agent', 'model'] as const;

const SideBySide = (props: { children: React.ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      columnGap: 2,
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
    }}
  >
    {props.children}
  </Box>
);

const Details = (props: {
  address: UsageAddress;
  chart: ChartChoice;
  overview?: CostOverview;
}) => {
  const { address, chart, overview } = props;
  const { filter, query } = address;
  return (
    <>
      {overview && <Unknowns overview={overview} query={query} />}
      <SpendSection
        filter={filter}
        query={query}
        dimensions={CHART_DIMENSIONS}
        {...chart}
      />
      {overview && overview.alerts.length > 0 && (
        <Section title="Open alerts">
          <AlertList label="Open alerts" alerts={overview.alerts} />
        </Section>
      )}
      <SideBySide>
        <MovedMost filter={filter} query={query} by={chart.by} />
        <UnitCostsSection filter={filter} />
      </SideBySide>
      <SideBySide>
        {TABLES.map(dimension => (
          <TopTable
            key={dimension}
            dimension={dimension}
            filter={filter}
            query={query}
          />
        ))}
      </SideBySide>
    </>
  );
};

const AnswerSkeleton = () => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      mt: 2,
      gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))',
    }}
  >
    {[0, 1, 2, 3].map(index => (
      <Skeleton key={index} variant="rounded" height={128} />
    ))}
  </Box>
);

/** What do we spend, and where is it heading? */
export const CostsPage = () => {
  const address = useUsageAddress();
  const chart = useChartChoice(address);
  const overview = useCost('overview', address.filter, (api, options) =>
    api.getOverview(address.filter, options),
  );
  const forbidden = overview.error?.name === 'NotAllowedError';
  return (
    <>
      <Box component="h2" sx={READ_ALOUD_ONLY}>
        What is spent, and where it is heading
      </Box>
      {!forbidden && (
        <UsageFilterBar
          address={address}
          action={
            <ExportMenu
              query={{
                ...address.filter,
                by: [chart.by],
                sort: 'cost',
                order: 'desc',
                compare: true,
              }}
            />
          }
        />
      )}
      <LoadedPart
        loaded={overview}
        what="The answer at the top"
        skeleton={<AnswerSkeleton />}
      >
        {answer => (
          <Box sx={{ opacity: overview.loading ? 0.6 : 1 }}>
            <CostsAnswer overview={answer} period={address.period} />
            {answer.total.events === 0 && (
              <NoUsage overview={answer} address={address} />
            )}
          </Box>
        )}
      </LoadedPart>
      {!forbidden && overview.value?.total.events !== 0 && (
        <Details address={address} chart={chart} overview={overview.value} />
      )}
    </>
  );
};
