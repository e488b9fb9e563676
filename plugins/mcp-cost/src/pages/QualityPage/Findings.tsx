import { Fragment } from 'react';
import Box from '@mui/material/Box';
import { Link } from '@backstage/core-components';
import type {
  DimensionValue,
  QualityFinding,
} from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  LevelWord,
  LINKS_IN_TEXT,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { shownShare } from '../../components/money';
import { filterValue, ValueName } from '../../components/usage';
import { useCostLinks, type AddressQuery } from '../../useCostLinks';

const Names = ({ values }: { values: DimensionValue[] }) => (
  <>
    {values.map((value, index) => (
      <Fragment key={filterValue(value)}>
        {index > 0 && (index === values.length - 1 ? ' and ' : ', ')}
        <ValueName dimension="agent" value={value} />
      </Fragment>
    ))}
  </>
);

const Finding = (props: { finding: QualityFinding; query: AddressQuery }) => {
  const { server, agents, errors, share } = props.finding;
  const links = useCostLinks();
  return (
    <LevelWord level="problem">
      One server, <ValueName dimension="server" value={server} />, is behind{' '}
      {shownShare(share)} of the errors of {counted(agents.length, 'agent')}:{' '}
      <Names values={agents} />.{' '}
      <Link
        to={links.calls({
          ...props.query,
          server: filterValue(server),
          outcome: 'error',
        })}
      >
        See the {counted(errors, 'error')}
      </Link>
    </LevelWord>
  );
};

/** What stands out, in sentences. */
export const Findings = (props: {
  findings: QualityFinding[];
  query: AddressQuery;
}) => {
  const { findings, query } = props;
  return (
    <Section title="What stands out">
      {findings.length === 0 ? (
        <LevelWord level="good">
          No single server is behind the errors of several agents.
        </LevelWord>
      ) : (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            display: 'grid',
            gap: 1.5,
            ...LINKS_IN_TEXT,
          }}
        >
          {findings.map(finding => (
            <li key={filterValue(finding.server)}>
              <Finding finding={finding} query={query} />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
};
