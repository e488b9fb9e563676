import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { Quality } from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  EmptyNote,
  ListPaging,
  SampleMark,
} from '@mcp-portal/plugin-mcp-react';
import { UsageFilterBar } from '../../components/filters';
import { LoadedPart, useCost } from '../../components/loading';
import { shownShare } from '../../components/money';
import { DIMENSION_WORDS, errorRate } from '../../components/usage';
import { Findings } from './Findings';
import { QualityTable } from './QualityTable';
import { QUALITY_DIMENSIONS, useQualityAddress } from './useQualityAddress';
import type { QualityAddress } from './useQualityAddress';
import { useRecentFindings } from './useRecentFindings';

const FILTERS = ['team', 'server', 'agent', 'model', 'environment'] as const;

const Answer = (props: { answer: Quality; address: QualityAddress }) => {
  const { answer, address } = props;
  const { by, query, page, pageSize } = address;
  const recent = useRecentFindings(address);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mt: 2 }}>
        <Typography
          variant="h5"
          component="h2"
          aria-live="polite"
          sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
        >
          {shownShare(errorRate(answer.total) ?? 0)} of{' '}
          {counted(answer.total.calls, 'call')} failed
        </Typography>
        {answer.sample && <SampleMark />}
      </Box>
      <Findings findings={answer.findings} query={query} recent={recent} />
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="Whose quality"
        value={by}
        onChange={(_event, value) => value && address.lookAt(value)}
        sx={{ mt: 2, mb: 1 }}
      >
        {QUALITY_DIMENSIONS.map(dimension => (
          <ToggleButton
            key={dimension}
            value={dimension}
            sx={{ textTransform: 'none', py: 0.25 }}
          >
            {DIMENSION_WORDS[dimension].many}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Paper variant="outlined" sx={{ minWidth: 0 }}>
        <QualityTable rows={answer.items} by={by} query={query} />
        <ListPaging
          what={DIMENSION_WORDS[by].many}
          total={answer.totalItems}
          page={page}
          pageSize={pageSize}
          onTurn={address.turnTo}
        />
      </Paper>
    </>
  );
};

/** What works badly, and who has trouble with it? */
export const QualityPage = () => {
  const address = useQualityAddress();
  const { question, by } = address;
  const quality = useCost(`quality-by-${by}`, question, (api, options) =>
    api.getQuality(question, options),
  );
  return (
    <>
      <UsageFilterBar address={address} dimensions={FILTERS} />
      <LoadedPart
        loaded={quality}
        what="The quality"
        skeleton={<Skeleton variant="rounded" height={400} sx={{ mt: 2 }} />}
      >
        {answer =>
          answer.total.calls === 0 ? (
            <EmptyNote title="No calls in these days">
              Quality is told of calls. None that you may see is among what is
              looked at.
            </EmptyNote>
          ) : (
            <Answer answer={answer} address={address} />
          )
        }
      </LoadedPart>
    </>
  );
};
