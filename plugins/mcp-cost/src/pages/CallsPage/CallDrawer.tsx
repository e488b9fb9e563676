import { useId } from 'react';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Link } from '@backstage/core-components';
import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';
import {
  CodeBlock,
  Fact,
  Facts,
  LINKS_IN_TEXT,
  SampleMark,
  shownLatency,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { exactMoney, useCurrency } from '../../components/money';
import { ValueName, valueName } from '../../components/usage';
import { useCostLinks } from '../../useCostLinks';
import { CallServer } from './CallServer';
import { callTitle } from './callWords';

const CallFacts = ({ call }: { call: UsageEvent }) => {
  const currency = useCurrency();
  const links = useCostLinks();
  return (
    <>
      <Facts minWidth={200}>
        <Fact name="When (UTC)">
          {call.at.replace('T', ' ').replace('Z', '')}
        </Fact>
        <Fact name="Kind">{valueName('kind', { value: call.kind })}</Fact>
        <Fact name="Cost">
          {call.costNanos === undefined ? (
            <Box component="span" sx={LINKS_IN_TEXT}>
              Nothing has a price for it.{' '}
              <Link to={links.prices()}>Price book</Link>
            </Box>
          ) : (
            exactMoney(call.costNanos, currency)
          )}
        </Fact>
        <Fact name="Outcome">
          {call.outcome === 'ok'
            ? 'Went well'
            : `Error${call.errorType ? `: ${call.errorType}` : ''}`}
        </Fact>
        <Fact name="Took">
          {call.durationMs === undefined
            ? 'Not known'
            : shownLatency(call.durationMs)}
        </Fact>
        <Fact name="Team pays">
          <ValueName dimension="team" value={{ value: call.teamRef }} />
        </Fact>
        <Fact name="Agent">
          <ValueName dimension="agent" value={{ value: call.agent }} />
        </Fact>
        {call.userRef && (
          <Fact name="Person">
            <ValueName dimension="user" value={{ value: call.userRef }} />
          </Fact>
        )}
        <Fact name="Environment">{call.environment}</Fact>
        <Fact name="Server">
          <CallServer call={call} />
        </Fact>
        {call.model && (
          <Fact name="Model">
            {[call.model, call.provider].filter(Boolean).join(', ')}
          </Fact>
        )}
        {call.inputTokens !== undefined && (
          <Fact name="Tokens in">
            {shownNumber(call.inputTokens)}
            {call.cachedInputTokens !== undefined &&
              `, of them ${shownNumber(call.cachedInputTokens)} cached`}
          </Fact>
        )}
        {call.outputTokens !== undefined && (
          <Fact name="Tokens out">{shownNumber(call.outputTokens)}</Fact>
        )}
      </Facts>
      {call.traceId && (
        <Box sx={{ mt: 2 }}>
          <CodeBlock
            label="Trace and span"
            text={`trace_id=${call.traceId}${
              call.spanId ? `\nspan_id=${call.spanId}` : ''
            }`}
          />
        </Box>
      )}
    </>
  );
};

/** All that is known of one call. */
export const CallDrawer = (props: {
  call?: UsageEvent;
  onClose: () => void;
}) => {
  const titleId = useId();
  const { call, onClose } = props;
  return (
    <Drawer
      anchor="right"
      open={Boolean(call)}
      onClose={onClose}
      PaperProps={{ role: 'dialog', 'aria-labelledby': titleId }}
    >
      {call && (
        <Box sx={{ p: 2.5, width: 'min(520px, 100vw)' }}>
          <Box
            sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, mb: 2 }}
          >
            <Typography
              id={titleId}
              variant="h6"
              component="h2"
              sx={{ m: 0, flexGrow: 1, overflowWrap: 'anywhere' }}
            >
              {callTitle(call)}
            </Typography>
            {call.sample && <SampleMark />}
            <IconButton size="small" aria-label="Close" onClick={onClose}>
              <CloseIcon fontSize="small" />
            </IconButton>
          </Box>
          <CallFacts call={call} />
        </Box>
      )}
    </Drawer>
  );
};
