import type { CostPage, Repricing } from '@mcp-portal/plugin-mcp-cost-common';
import {
  ActorName,
  RelativeTime,
  Section,
  shownDay,
  type Loaded,
} from '@mcp-portal/plugin-mcp-react';
import { LoadedPart } from '../loading';
import { DataTable, type Column } from '../table';
import { RepricingWord } from './RepricingWord';

const COLUMNS: Column<Repricing>[] = [
  {
    title: 'Usage since',
    cell: repricing => shownDay(repricing.from.slice(0, 10)),
  },
  {
    title: 'What changed',
    minWidth: 220,
    cell: repricing => <RepricingWord repricing={repricing} />,
  },
  {
    title: 'By',
    cell: repricing => <ActorName actor={repricing.by} />,
  },
  {
    title: 'Started',
    cell: repricing => <RelativeTime at={repricing.startedAt} />,
  },
];

/** What changed prices did to usage that was stored already. */
export const RepricingsSection = (props: {
  repricings: Loaded<CostPage<Repricing>>;
}) => (
  <Section title="Priced again">
    <LoadedPart loaded={props.repricings} what="What was priced again">
      {({ items }) =>
        items.length === 0 ? (
          <>No price was changed for days that were past.</>
        ) : (
          <DataTable
            label="What was priced again"
            columns={COLUMNS}
            items={items}
            keyOf={repricing => String(repricing.id)}
          />
        )
      }
    </LoadedPart>
  </Section>
);
