import { Fragment, type ReactNode } from 'react';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type {
  HealthLevel,
  ServerFacets,
  ServerFilter,
} from '@mcp-portal/plugin-mcp-registry-common';
import { counted, shownNumber } from '@mcp-portal/plugin-mcp-react';

/** How many servers there are, and which of them want somebody to act. */
export const ServersAnswer = (props: {
  total?: number;
  facets?: ServerFacets;
  filter: ServerFilter;
  narrowed: boolean;
  /** The total belongs to an earlier question; the newest had no answer. */
  outdated: boolean;
  onNarrow: (changes: Partial<ServerFilter>) => void;
}) => {
  const { total, facets, filter, narrowed, outdated, onNarrow } = props;
  const parts: ReactNode[] = [];

  const add = (key: string, words: string, changes: Partial<ServerFilter>) =>
    parts.push(
      <Link
        key={key}
        component="button"
        type="button"
        variant="inherit"
        onClick={() => onNarrow(changes)}
        sx={{ verticalAlign: 'baseline' }}
      >
        {words}
      </Link>,
    );

  const levelCount = (level: HealthLevel) =>
    facets?.health.find(facet => facet.value === level)?.count ?? 0;
  // A filter that is on already says its own number in the total.
  if (facets && !filter.health) {
    const problems = levelCount('problem');
    if (problems > 0) {
      add('problem', `${shownNumber(problems)} with a problem`, {
        health: ['problem'],
      });
    }
    const attention = levelCount('attention');
    if (attention > 0) {
      add(
        'attention',
        `${shownNumber(attention)} ${
          attention === 1 ? 'needs' : 'need'
        } attention`,
        { health: ['attention'] },
      );
    }
  }
  if (facets && filter.ownerExists === undefined && facets.withoutOwner > 0) {
    add('owner', `${shownNumber(facets.withoutOwner)} without an owner`, {
      ownerExists: false,
    });
  }
  return (
    <Typography
      variant="h5"
      component="h2"
      aria-live="polite"
      sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
    >
      {total === undefined ? (
        <Skeleton
          role="status"
          width="22ch"
          aria-label="Counting the servers"
        />
      ) : (
        <>
          {counted(total, 'server')}
          {outdated && ' in the last good answer'}
          {narrowed && !outdated && (total === 1 ? ' matches' : ' match')}
          {!outdated &&
            parts.map((part, index) => (
              <Fragment key={index}>, {part}</Fragment>
            ))}
        </>
      )}
    </Typography>
  );
};
