import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type {
  ConventionFinding,
  ConventionReport,
} from '@mcp-portal/mcp-contract';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { counted, shownNumber } from '@mcp-portal/plugin-mcp-react';
import { useServerLinks } from '../../useServerLinks';
import { Sentence } from '../versions/Sentence';
import { SeverityWord } from './SeverityWord';

const STEP = 5;

/** A convention that is not kept: why it matters, what to do, and where. */
export const BrokenConvention = (props: {
  server: ServerDetail;
  convention: ConventionReport['conventions'][number];
  findings: ConventionFinding[];
}) => {
  const { server, convention, findings } = props;
  const links = useServerLinks();
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, STEP);
  // The report keeps the first of them only.
  const beyond = convention.broken - findings.length;
  return (
    <Box
      component="article"
      aria-label={convention.title}
      sx={{
        '& + &': { borderTop: 1, borderColor: 'divider', mt: 2, pt: 2 },
        typography: 'body2',
        overflowWrap: 'anywhere',
      }}
    >
      <Typography
        variant="subtitle2"
        component="h4"
        sx={{ m: 0, fontWeight: 'fontWeightBold' }}
      >
        <SeverityWord severity={convention.severity}>
          {convention.title} ({shownNumber(convention.broken)} of{' '}
          {shownNumber(convention.checked)})
        </SeverityWord>
      </Typography>
      <Box sx={{ maxWidth: '90ch', mt: 0.5 }}>
        <Sentence text={convention.fix} />{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {convention.why}
        </Box>
      </Box>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {shown.map((finding, index) => (
          <li key={index}>
            {finding.tool && (
              <>
                <Link to={links.tool(server, finding.tool)}>
                  <code>{finding.tool}</code>
                </Link>
                {': '}
              </>
            )}
            {finding.message}
            {finding.pointer && (
              <Box component="code" sx={{ color: 'text.secondary', ml: 1 }}>
                {finding.pointer}
              </Box>
            )}
          </li>
        ))}
      </Box>
      {findings.length > STEP && (
        <Button
          size="small"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{ textTransform: 'none' }}
        >
          {all
            ? 'Show fewer'
            : `Show ${shownNumber(findings.length - STEP)} more`}
        </Button>
      )}
      {beyond > 0 && (all || findings.length <= STEP) && (
        <Box sx={{ color: 'text.secondary' }}>
          and {counted(beyond, 'more place')} that the report does not list
        </Box>
      )}
    </Box>
  );
};
