import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { useSearchParams } from 'react-router-dom';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { mcpCostPricePermission } from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  EmptyNote,
  ListPaging,
  PAGE_SIZES,
  useAct,
} from '@mcp-portal/plugin-mcp-react';
import { mcpCostApiRef } from '../../api';
import { DropZone, goesOn, ImportEntry } from '../../components/imports';
import {
  LoadedPart,
  PageAnswer,
  useCost,
  usePolling,
} from '../../components/loading';

/** Which bills are in the costs, and what became of each? */
export const ImportsPage = () => {
  const api = useApi(mcpCostApiRef);
  const { allowed } = usePermission({ permission: mcpCostPricePermission });
  const [params, setParams] = useSearchParams();
  const page = Math.max(
    0,
    Math.trunc(Number(params.get('page') ?? 1)) - 1 || 0,
  );
  const [pageSize] = PAGE_SIZES;
  const imports = useCost('imports', page, (client, options) =>
    client.listFocusImports(
      { limit: pageSize, offset: page * pageSize },
      options,
    ),
  );
  const { value, error, reload } = imports;
  usePolling(Boolean(value?.items.some(goesOn)), reload);
  const send = useAct(async (file: File) => {
    await api.importFocus(file, { fileName: file.name });
    reload();
  });
  return (
    <>
      {!(error && !value) && (
        <PageAnswer awaiting="Counting the bills">
          {value && `${counted(value.totalItems, 'bill')} imported`}
        </PageAnswer>
      )}
      {allowed && <DropZone disabled={send.running} onFile={send.run} />}
      {send.error && (
        <Alert severity="error" onClose={send.forget} sx={{ mt: 2 }}>
          The bill was not taken: {send.error.message}
        </Alert>
      )}
      <Box sx={{ mt: 2 }}>
        <LoadedPart loaded={imports} what="The bills">
          {({ items, totalItems }) => (
            <Paper variant="outlined" sx={{ px: 2, minWidth: 0 }}>
              {items.length === 0 ? (
                <EmptyNote title="No bill was imported yet">
                  A provider’s bill brings in what telemetry can’t see, such as
                  compute and licences.
                  {!allowed && ' Those who may change prices import bills.'}
                </EmptyNote>
              ) : (
                <Box
                  component="ul"
                  aria-label="Imported bills"
                  sx={{
                    listStyle: 'none',
                    p: 0,
                    m: 0,
                    '& > li:last-of-type': { border: 0 },
                  }}
                >
                  {items.map(bill => (
                    <ImportEntry key={bill.id} bill={bill} />
                  ))}
                </Box>
              )}
              <ListPaging
                total={totalItems}
                page={page}
                pageSize={pageSize}
                what="Bills"
                onTurn={next =>
                  setParams(next > 0 ? { page: String(next + 1) } : {}, {
                    replace: true,
                  })
                }
              />
            </Paper>
          )}
        </LoadedPart>
      </Box>
    </>
  );
};
