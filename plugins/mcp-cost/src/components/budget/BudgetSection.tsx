import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { EmptyNote, Section } from '@mcp-portal/plugin-mcp-react';
import { refName } from '../entities';
import { LoadedPart, useCost } from '../loading';
import { AskIncreaseDialog } from './AskIncreaseDialog';
import { BudgetFacts } from './BudgetFacts';
import { BurnDownView } from './BurnDownView';
import { IncreasesList } from './IncreasesList';
import { SetBudgetDialog } from './SetBudgetDialog';

const PAST_SHOWN = 20;

type Doing = 'set' | 'ask';

const BudgetActions = (props: {
  status: BudgetStatus;
  onDo: (doing: Doing) => void;
}) => {
  const { status, onDo } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {status.may.set && status.budget && (
        <Button size="small" onClick={() => onDo('set')}>
          Change the budget
        </Button>
      )}
      {status.may.ask && status.budget && !status.pendingIncrease && (
        <Button size="small" variant="outlined" onClick={() => onDo('ask')}>
          Ask for an increase
        </Button>
      )}
    </Box>
  );
};

/** A team's budget: what is left, until when, and who asked for more. */
export const BudgetSection = (props: { teamRef: string; title?: string }) => {
  const { teamRef } = props;
  const [doing, setDoing] = useState<Doing>();
  const [acts, setActs] = useState(0);
  const budget = useCost(`budget of ${teamRef}`, acts, (api, options) =>
    api.getBudget(teamRef, options),
  );
  const increases = useCost(`increases of ${teamRef}`, acts, (api, options) =>
    api.listIncreases({ team: [teamRef], limit: PAST_SHOWN }, options),
  );
  const done = () => {
    setDoing(undefined);
    setActs(count => count + 1);
  };
  const status = budget.value;
  const name = refName(teamRef, status?.title ?? props.title);
  return (
    <Section
      title="Budget"
      action={status && <BudgetActions status={status} onDo={setDoing} />}
    >
      <LoadedPart loaded={budget} what="The budget">
        {value =>
          value.budget ? (
            <>
              <BudgetFacts status={value} />
              <Box sx={{ mt: 2 }}>
                <BurnDownView status={value} />
              </Box>
            </>
          ) : (
            <EmptyNote
              title="No budget is set"
              action={
                value.may.set && (
                  <Button variant="outlined" onClick={() => setDoing('set')}>
                    Set a budget
                  </Button>
                )
              }
            >
              With one, the team is warned before its money runs out, and sees
              here on which day that will be.
              {!value.may.set && ' Somebody who manages the team can set it.'}
            </EmptyNote>
          )
        }
      </LoadedPart>
      {increases.value?.items.length !== 0 && (
        <Box sx={{ mt: 2 }}>
          <Typography
            variant="body2"
            component="h4"
            sx={{ m: 0, fontWeight: 'fontWeightBold' }}
          >
            Increases asked for
          </Typography>
          <LoadedPart loaded={increases} what="The increases">
            {({ items }) => (
              <IncreasesList
                label={`Increases that ${name} asked for`}
                increases={items}
                onDecided={done}
              />
            )}
          </LoadedPart>
        </Box>
      )}
      {doing === 'set' && status && (
        <SetBudgetDialog
          status={status}
          name={name}
          onClose={() => setDoing(undefined)}
          onDone={done}
        />
      )}
      {doing === 'ask' && (
        <AskIncreaseDialog
          teamRef={teamRef}
          name={name}
          onClose={() => setDoing(undefined)}
          onDone={done}
        />
      )}
    </Section>
  );
};
