import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Price, UnpricedUsage } from '@mcp-portal/plugin-mcp-cost-common';
import { counted } from '@mcp-portal/plugin-mcp-react';
import { PageAnswer, useCost, usePolling } from '../../components/loading';
import {
  DeletePriceDialog,
  RepricingsSection,
  SetPriceDialog,
  UnpricedSection,
} from '../../components/prices';
import { PriceBook } from './PriceBook';
import { usePriceFilters } from './usePriceFilters';

const REPRICINGS_SHOWN = 10;

/** What does everything cost, and since when? */
export const PricesPage = () => {
  const filters = usePriceFilters();
  const { server, ...query } = filters.query;
  const [setting, setSetting] = useState<Partial<UnpricedUsage>>();
  const [deleting, setDeleting] = useState<Price>();
  const prices = useCost('prices', [query, server], (api, options) =>
    api.listPrices({ ...query, serverRef: server }, options),
  );
  const unpriced = useCost('unpriced', '', (api, options) =>
    api.listUnpriced(options),
  );
  const repricings = useCost('repricings', '', (api, options) =>
    api.listRepricings({ limit: REPRICINGS_SHOWN }, options),
  );
  const mayChange = Boolean(prices.value?.mayChange);
  const reload = () => {
    prices.reload();
    unpriced.reload();
    repricings.reload();
  };
  usePolling(
    Boolean(repricings.value?.items.some(({ state }) => state === 'running')),
    reload,
  );
  const done = () => {
    setSetting(undefined);
    setDeleting(undefined);
    reload();
  };
  const without = unpriced.value?.length ?? 0;
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          justifyContent: 'space-between',
          alignItems: 'baseline',
        }}
      >
        <PageAnswer awaiting="Counting the prices">
          {prices.value &&
            `${counted(prices.value.totalItems, 'price')}${
              without > 0
                ? `, and ${counted(
                    without,
                    'thing is',
                    'things are',
                  )} used without one`
                : ''
            }`}
        </PageAnswer>
        {mayChange && (
          <Button variant="contained" onClick={() => setSetting({})}>
            Set a price
          </Button>
        )}
      </Box>
      {without > 0 && (
        <UnpricedSection
          unpriced={unpriced}
          onPrice={mayChange ? setSetting : undefined}
        />
      )}
      <PriceBook
        prices={prices}
        filters={filters}
        onSet={() => setSetting({})}
        onDelete={setDeleting}
      />
      {without === 0 && <UnpricedSection unpriced={unpriced} />}
      <RepricingsSection repricings={repricings} />
      {setting && (
        <SetPriceDialog
          subject={setting.subject}
          since={setting.since}
          onClose={() => setSetting(undefined)}
          onDone={done}
        />
      )}
      {deleting && (
        <DeletePriceDialog
          price={deleting}
          onClose={() => setDeleting(undefined)}
          onDone={done}
        />
      )}
    </>
  );
};
