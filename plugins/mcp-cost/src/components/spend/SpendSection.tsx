import { lazy, Suspense, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type {
  Dimension,
  SeriesAnswer,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { OnDemand, Section } from '@mcp-portal/plugin-mcp-react';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';
import { LoadedPart, useCost } from '../loading';
import { useCurrency } from '../money';
import { DIMENSION_WORDS } from '../usage';
import { daysOf, intervalOf } from './interval';
import { SpendControls } from './SpendControls';
import { SpendLegend } from './SpendLegend';
import { MEASURE_WORDS, spendLines } from './spendLines';
import type { SpendLine, SpendMeasure } from './spendLines';
import { SpendTable } from './SpendTable';
import { DISTINCT_COLORS } from './useLineColors';

const SpendChart = lazy(() =>
  import('./SpendChart').then(m => ({ default: m.SpendChart })),
);

/** What a bar opens to, beside what it is of. */
const CLOSER: Partial<Record<Dimension, Dimension>> = {
  team: 'server',
  server: 'team',
};

const Drawn = (props: {
  answer: SeriesAnswer;
  query: AddressQuery;
  by: Dimension;
  measure: SpendMeasure;
}) => {
  const { answer, query, by, measure } = props;
  const links = useCostLinks();
  const navigate = useNavigate();
  const currency = useCurrency();
  const lines = useMemo(
    () => spendLines({ answer, by, measure, currency }),
    [answer, by, measure, currency],
  );
  const hrefOf = (line?: SpendLine, at?: string) => {
    const days = at && daysOf(at, answer.interval);
    const closer = line?.value === undefined ? by : CLOSER[by] ?? 'team';
    return links.breakdown({
      ...query,
      ...(days ? { period: undefined, ...days } : {}),
      ...(line?.value === undefined ? {} : { [by]: line.value }),
      by: closer === by ? [by] : [closer, closer === 'tool' ? 'agent' : 'tool'],
    });
  };
  const words = `${MEASURE_WORDS[measure]} by ${answer.interval}`;
  return (
    <>
      <Box
        role="img"
        aria-label={`${words}, drawn; the same is in the table below`}
      >
        <Suspense fallback={<Skeleton variant="rounded" height={280} />}>
          <SpendChart
            at={answer.at}
            interval={answer.interval}
            lines={lines}
            measure={measure}
            onOpen={(line, at) => navigate(hrefOf(line, at))}
          />
        </Suspense>
      </Box>
      <SpendLegend
        lines={lines}
        label={DIMENSION_WORDS[by].many}
        hrefOf={line => hrefOf(line)}
      />
      <Box sx={{ mt: 1.5 }}>
        <OnDemand show="Show as a table" hide="Hide the table">
          <SpendTable
            answer={answer}
            lines={lines}
            measure={measure}
            label={words}
            hrefOf={(at, line) => hrefOf(line, at)}
          />
        </OnDemand>
      </Box>
    </>
  );
};

/** Usage over time, stacked by a dimension; each bar leads to what is behind it. */
export const SpendSection = (props: {
  filter: UsageFilter;
  /** The filter as links keep it. */
  query: AddressQuery;
  by: Dimension;
  measure: SpendMeasure;
  /** Which dimensions may be chosen. */
  dimensions: readonly Dimension[];
  onBy: (by: Dimension) => void;
  onMeasure: (measure: SpendMeasure) => void;
}) => {
  const { filter, by, measure, dimensions, onBy, onMeasure } = props;
  const question = {
    ...filter,
    by,
    interval: intervalOf(filter),
    top: DISTINCT_COLORS,
  };
  const series = useCost('series', question, (api, options) =>
    api.getSeries(question, options),
  );
  return (
    <Section
      title={`${MEASURE_WORDS[measure]} by ${DIMENSION_WORDS[
        by
      ].one.toLowerCase()}`}
      action={
        <SpendControls
          by={by}
          measure={measure}
          dimensions={dimensions}
          onBy={onBy}
          onMeasure={onMeasure}
        />
      }
    >
      <LoadedPart
        loaded={series}
        what="The chart"
        skeleton={<Skeleton variant="rounded" height={320} />}
      >
        {answer => <Drawn {...props} answer={answer} />}
      </LoadedPart>
    </Section>
  );
};
