import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Price } from '@mcp-portal/plugin-mcp-cost-common';
import {
  ActorName,
  RelativeTime,
  shownDay,
} from '@mcp-portal/plugin-mcp-react';
import { useCurrency } from '../money';
import { dayOf } from '../period';
import { DataTable, type Column } from '../table';
import { amountWords, subjectWords } from './priceWords';
import { RepricingWord } from './RepricingWord';
import { SubjectCell } from './SubjectCell';

const Validity = ({ price }: { price: Price }) => {
  const ahead = price.validFrom > dayOf(new Date());
  return (
    <>
      {ahead && <strong>From </strong>}
      {shownDay(price.validFrom)}
      {price.validTo && ` until ${shownDay(price.validTo)}, exclusive`}
    </>
  );
};

const Amounts = ({ price }: { price: Price }) => {
  const currency = useCurrency();
  const { amounts, per } = amountWords(price.subject, price.amounts, currency);
  return (
    <>
      {amounts.map(amount => (
        <Box key={amount} sx={{ whiteSpace: 'nowrap' }}>
          {amount}
        </Box>
      ))}
      <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{per}</Box>
    </>
  );
};

const Source = ({ price }: { price: Price }) => (
  <Box sx={{ lineHeight: 1.4 }}>
    {price.source === 'config' ? (
      'Configuration'
    ) : (
      <>
        <ActorName actor={price.createdBy} />,{' '}
        <RelativeTime at={price.createdAt} />
      </>
    )}
    {price.note && <Box sx={{ color: 'text.secondary' }}>{price.note}</Box>}
  </Box>
);

/** Prices: of what, how much, since when, and who said so. */
export const PriceTable = (props: {
  prices: Price[];
  label: string;
  /** Missing for who may not change any. */
  onDelete?: (price: Price) => void;
  withoutSubject?: boolean;
}) => {
  const { prices, label, onDelete, withoutSubject } = props;
  const columns: Column<Price>[] = [
    {
      title: 'Of what',
      minWidth: 160,
      cell: price =>
        withoutSubject ? (
          subjectWords(price.subject)
        ) : (
          <SubjectCell subject={price.subject} />
        ),
    },
    {
      title: 'Price',
      number: true,
      minWidth: 160,
      cell: price => <Amounts price={price} />,
    },
    {
      title: 'Holds from',
      minWidth: 140,
      cell: price => <Validity price={price} />,
    },
    {
      title: 'Set by',
      minWidth: 140,
      cell: price => <Source price={price} />,
    },
    {
      title: 'Priced again',
      minWidth: 140,
      cell: price =>
        price.repricing ? (
          <RepricingWord repricing={price.repricing} />
        ) : (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            Nothing
          </Box>
        ),
    },
  ];
  if (onDelete) {
    columns.push({
      title: 'Actions',
      quiet: true,
      number: true,
      cell: price =>
        price.source === 'api' && (
          <Button
            size="small"
            aria-label={`Take back the price of ${subjectWords(price.subject)}`}
            onClick={() => onDelete(price)}
          >
            Take back
          </Button>
        ),
    });
  }
  return (
    <DataTable
      label={label}
      columns={columns}
      items={prices}
      keyOf={price => String(price.id)}
    />
  );
};
