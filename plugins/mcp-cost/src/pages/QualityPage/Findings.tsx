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

const FindingList = (props: {
  findings: QualityFinding[];
  query: AddressQuery;
}) => (
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
    {props.findings.map(finding => (
      <li key={filterValue(finding.server)}>
        <Finding finding={finding} query={props.query} />
      </li>
    ))}
  </Box>
);

/** What stands out, in sentences; what does so now comes first. */
export const Findings = (props: {
  findings: QualityFinding[];
  query: AddressQuery;
  /** Of the last days, where the period has many more. */
  recent?: { findings: QualityFinding[]; query: AddressQuery };
}) => {
  const { findings, query, recent } = props;
  const groups = [
    { title: 'In the last two days', query, ...recent },
    { title: recent && 'In all of these days', findings, query },
  ].filter(group => group.findings?.length);
  return (
    <Section title="What stands out">
      {groups.length === 0 && (
        <LevelWord level="good">
          No single server is behind the errors of several agents.
        </LevelWord>
      )}
      {groups.map(group => (
        <Box key={group.title ?? 'all'} sx={{ '& + &': { mt: 1.5 } }}>
          {group.title && (
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              {group.title}
            </Box>
          )}
          <FindingList findings={group.findings ?? []} query={group.query} />
        </Box>
      ))}
    </Section>
  );
};
