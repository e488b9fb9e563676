import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';
import { counted, EmptyNote, ListPaging } from '@mcp-portal/plugin-mcp-react';
import { AlertList, TIER_WORDS, TIERS } from '../../components/alerts';
import { LoadedPart, PageAnswer, useCost } from '../../components/loading';
import { AlertFilterBar } from './AlertFilterBar';
import { alertQueryOf, useAlertFilters } from './useAlertFilters';

const OpenByTier = ({ alerts }: { alerts: Alert[] }) => (
  <>
    {TIERS.map(tier => {
      const own = alerts.filter(alert => alert.tier === tier);
      const { word, meaning } = TIER_WORDS[tier];
      return own.length === 0 ? null : (
        <section key={tier} aria-label={word}>
          <Typography
            variant="body2"
            component="p"
            sx={{ m: 0, mt: 1.5, color: 'text.secondary' }}
          >
            <strong>{word}.</strong> {meaning}
          </Typography>
          <AlertList alerts={own} label={`${word} alerts`} />
        </section>
      );
    })}
  </>
);

/** What wants somebody to act, and what to do? */
export const AlertsPage = () => {
  const filters = useAlertFilters();
  const { filter, narrowed, page, pageSize, turnTo, clear } = filters;
  const state = filter.state ?? 'open';
  const query = alertQueryOf(filters);
  const alerts = useCost('alerts', query, (api, options) =>
    api.listAlerts(query, options),
  );
  const { value, error } = alerts;
  const only = filter.tier || filter.rule || filter.team || filter.server;
  const said = { open: 'open', resolved: 'that are over', all: '' }[state];
  const answer =
    value &&
    (value.totalItems === 0 && state === 'open' && !only
      ? 'Nothing wants you to act'
      : `${counted(value.totalItems, 'alert')} ${said}`.trim());
  return (
    <>
      {!(error && !value) && (
        <PageAnswer awaiting="Counting the alerts">{answer}</PageAnswer>
      )}
      <AlertFilterBar filters={filters} />
      <LoadedPart loaded={alerts} what="The alerts">
        {({ items, totalItems }) =>
          items.length === 0 ? (
            <Paper variant="outlined">
              <EmptyNote
                title={only ? 'No alert matches' : 'No alerts here'}
                action={
                  narrowed && (
                    <Button variant="outlined" onClick={clear}>
                      Show what is open
                    </Button>
                  )
                }
              >
                You are told here, and by a notification, when a budget runs
                out, when something costs far more than usual, and when calls
                fail or stop.
              </EmptyNote>
            </Paper>
          ) : (
            <Paper variant="outlined" sx={{ px: 2, pb: 1 }}>
              {state === 'open' ? (
                <OpenByTier alerts={items} />
              ) : (
                <AlertList alerts={items} label="Alerts" />
              )}
              <ListPaging
                total={totalItems}
                page={page}
                pageSize={pageSize}
                what="Alerts"
                onTurn={turnTo}
              />
            </Paper>
          )
        }
      </LoadedPart>
    </>
  );
};
