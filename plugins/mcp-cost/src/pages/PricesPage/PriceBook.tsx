import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import type { CostPage, Price } from '@mcp-portal/plugin-mcp-cost-common';
import {
  EmptyNote,
  ListPaging,
  SearchBox,
  type Loaded,
} from '@mcp-portal/plugin-mcp-react';
import { refName } from '../../components/entities';
import { LoadedPart } from '../../components/loading';
import { PriceTable } from '../../components/prices';
import type { PriceFilters } from './usePriceFilters';

/** All prices that ever held, newest first. */
export const PriceBook = (props: {
  prices: Loaded<CostPage<Price> & { mayChange: boolean }>;
  filters: PriceFilters;
  onSet: () => void;
  onDelete: (price: Price) => void;
}) => {
  const { prices, filters, onSet, onDelete } = props;
  const { filter, narrowed, page, pageSize, change, clear, turnTo } = filters;
  return (
    <>
      <Box
        sx={{
          my: 1.5,
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          alignItems: 'center',
        }}
      >
        <Box sx={{ flex: '1 1 280px' }}>
          <SearchBox
            label="Search prices by server, tool, model or unit"
            placeholder="Search by server, tool, model or unit"
            value={filter.search ?? ''}
            onChange={search => change({ search })}
          />
        </Box>
        {filter.server && (
          <Chip
            size="small"
            label={`Server: ${refName(filter.server)}`}
            onDelete={() => change({ server: undefined })}
            sx={{ m: 0 }}
          />
        )}
      </Box>
      <LoadedPart loaded={prices} what="The price book">
        {({ items, totalItems, mayChange }) => (
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
            {items.length === 0 ? (
              <EmptyNote
                title={narrowed ? 'No price matches' : 'No prices yet'}
                action={
                  narrowed ? (
                    <Button variant="outlined" onClick={clear}>
                      Show all prices
                    </Button>
                  ) : (
                    mayChange && (
                      <Button variant="contained" onClick={onSet}>
                        Set a price
                      </Button>
                    )
                  )
                }
              >
                What has a price is summed; what has none is counted, and its
                cost is not known.
              </EmptyNote>
            ) : (
              <PriceTable
                label="Prices"
                prices={items}
                onDelete={mayChange ? onDelete : undefined}
              />
            )}
            <ListPaging
              total={totalItems}
              page={page}
              pageSize={pageSize}
              what="Prices"
              onTurn={turnTo}
            />
          </Paper>
        )}
      </LoadedPart>
    </>
  );
};
