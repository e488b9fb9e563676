import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { Breakdown } from '@mcp-portal/plugin-mcp-cost-common';
import { counted, SampleMark } from '@mcp-portal/plugin-mcp-react';
import { periodInWords, type Period } from '../../components/filters';
import { Money } from '../../components/money';
import { ChangeWord, nothingPriced } from '../../components/usage';

/** What all rows together come to. */
export const BreakdownAnswer = (props: {
  answer?: Breakdown;
  period: Period;
  /** It belongs to an earlier question; the newest had no answer. */
  outdated: boolean;
}) => {
  const { answer, period, outdated } = props;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, my: 2 }}>
      <Typography
        variant="h5"
        component="h2"
        aria-live="polite"
        sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
      >
        {answer ? (
          <>
            {nothingPriced(answer.total) ? (
              'No price'
            ) : (
              <Money nanos={answer.total.costNanos} />
            )}
            {outdated
              ? ' in the last good answer'
              : `, ${periodInWords(period)}`}
            {answer.previousTotal && answer.previousTotal.events > 0 && (
              <Box component="span" sx={{ typography: 'body1', ml: 1.5 }}>
                <ChangeWord
                  now={answer.total}
                  before={answer.previousTotal}
                  than="on as many days before"
                />
              </Box>
            )}
            <Box
              component="span"
              sx={{ typography: 'body1', color: 'text.secondary', ml: 1.5 }}
            >
              {answer.total.unpricedEvents > 0 &&
                `${counted(answer.total.unpricedEvents, 'event')} unpriced, `}
              {counted(answer.totalItems, 'row')}
            </Box>
          </>
        ) : (
          <Skeleton role="status" width="22ch" aria-label="Adding up" />
        )}
      </Typography>
      {answer?.sample && <SampleMark />}
    </Box>
  );
};
