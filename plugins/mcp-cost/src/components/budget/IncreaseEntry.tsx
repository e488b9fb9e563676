import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';
import {
  ActorName,
  LevelWord,
  RelativeTime,
} from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';
import { shownMonth } from '../period';
import { INCREASE_WORDS } from './budgetWords';
import { DecideDialog } from './DecideDialog';
import { WithdrawAction } from './WithdrawAction';

const LEVEL_OF = {
  pending: 'attention',
  granted: 'good',
  declined: 'problem',
  withdrawn: 'unknown',
} as const;

/** What a team asked for and what was decided; decided in place by who may. */
export const IncreaseEntry = (props: {
  increase: BudgetIncrease;
  name: string;
  /** The page is about many teams. */
  withTeam?: boolean;
  onDecided: () => void;
}) => {
  const { increase, name, withTeam, onDecided } = props;
  const [decision, setDecision] = useState<'granted' | 'declined'>();
  const waits = increase.state === 'pending';
  return (
    <Box
      component="li"
      sx={{
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        justifyContent: 'space-between',
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          {withTeam && (
            <strong>
              <EntityRefLink
                entityRef={increase.teamRef}
                title={name}
                hideIcon
              />
            </strong>
          )}
          <strong>
            <Money nanos={increase.amountNanos} /> more
          </strong>
          <span>in {shownMonth(increase.month)}</span>
          <LevelWord level={LEVEL_OF[increase.state]}>
            {INCREASE_WORDS[increase.state]}
          </LevelWord>
        </Box>
        <Box sx={{ overflowWrap: 'anywhere' }}>{increase.reason}</Box>
        <Box sx={{ color: 'text.secondary' }}>
          Asked by <ActorName actor={increase.askedBy} />{' '}
          <RelativeTime at={increase.askedAt} />
          {increase.decidedBy && increase.decidedAt && (
            <>
              . {INCREASE_WORDS[increase.state]} by{' '}
              <ActorName actor={increase.decidedBy} />{' '}
              <RelativeTime at={increase.decidedAt} />
            </>
          )}
          {increase.decisionReason && `: ${increase.decisionReason}`}
        </Box>
      </Box>
      {waits && (
        <WithdrawAction
          increase={increase}
          name={name}
          onWithdrawn={onDecided}
        />
      )}
      {waits && increase.mayDecide && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button
            size="small"
            variant="contained"
            aria-label={`Grant the increase for ${name}`}
            onClick={() => setDecision('granted')}
          >
            Grant
          </Button>
          <Button
            size="small"
            variant="outlined"
            aria-label={`Decline the increase for ${name}`}
            onClick={() => setDecision('declined')}
          >
            Decline
          </Button>
        </Box>
      )}
      {decision && (
        <DecideDialog
          increase={increase}
          name={name}
          decision={decision}
          onClose={() => setDecision(undefined)}
          onDone={() => {
            setDecision(undefined);
            onDecided();
          }}
        />
      )}
    </Box>
  );
};
