import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { UnpricedUsage } from '@mcp-portal/plugin-mcp-cost-common';
import {
  LevelWord,
  Section,
  shownDay,
  shownNumber,
  type Loaded,
} from '@mcp-portal/plugin-mcp-react';
import { LoadedPart } from '../loading';
import { DataTable, type Column } from '../table';
import { subjectWords } from './priceWords';
import { SubjectCell } from './SubjectCell';

/** What is used and has no price: its cost is unknown, not zero. */
export const UnpricedSection = (props: {
  unpriced: Loaded<UnpricedUsage[]>;
  /** Missing for who may not set any. */
  onPrice?: (unpriced: UnpricedUsage) => void;
}) => {
  const { unpriced, onPrice } = props;
  const columns: Column<UnpricedUsage>[] = [
    {
      title: 'What is used',
      minWidth: 180,
      cell: item => <SubjectCell subject={item.subject} />,
    },
    {
      title: 'Events',
      number: true,
      cell: item => shownNumber(item.events),
    },
    { title: 'Since', cell: item => shownDay(item.since.slice(0, 10)) },
  ];
  if (onPrice) {
    columns.push({
      title: 'Actions',
      quiet: true,
      number: true,
      cell: item => (
        <Button
          size="small"
          variant="outlined"
          aria-label={`Set a price of ${subjectWords(item.subject)}`}
          onClick={() => onPrice(item)}
        >
          Set a price
        </Button>
      ),
    });
  }
  return (
    <Section title="Used without a price">
      <LoadedPart loaded={unpriced} what="The usage without a price">
        {items =>
          items.length === 0 ? (
            <LevelWord level="good">All that is used has a price.</LevelWord>
          ) : (
            <>
              <Typography variant="body2" component="p" sx={{ m: 0, mb: 1 }}>
                What this costs is not known: it is in no total.
              </Typography>
              <DataTable
                label="Usage without a price"
                columns={columns}
                items={items}
                keyOf={item => JSON.stringify(item.subject)}
              />
            </>
          )
        }
      </LoadedPart>
    </Section>
  );
};
