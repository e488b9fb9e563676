import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { Change, Contract } from '@mcp-portal/mcp-contract';
import { EmptyNote, counted, Section } from '@mcp-portal/plugin-mcp-react';
import { DiffView } from '../diff';
import { changedItems, itemIn, itemKey } from './changedItems';
import { ChangeList } from './ChangeList';

/** All changes, and of one tool at a time before and after; it is in the address. */
export const ChangesBrowser = (props: {
  changes: Change[];
  before?: Contract;
  after: Contract;
  beforeName: string;
  afterName: string;
}) => {
  const { changes, before, after, beforeName, afterName } = props;
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<string>();
  const diff = useRef<HTMLDivElement>(null);
  const items = useMemo(() => changedItems(changes), [changes]);
  const item = items.find(one => one.key === params.get('item')) ?? items[0];
  const [old, now] = useMemo(
    () => [itemIn(before, item?.key ?? ''), itemIn(after, item?.key ?? '')],
    [before, after, item?.key],
  );

  const choose = (key: string) =>
    setParams(
      last => {
        const next = new URLSearchParams(last);
        next.set('item', key);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const show = (change: Change) => {
    choose(itemKey(change.where));
    setChosen(change.id);
  };
  // The lines are drawn after the choice, so they are looked for then.
  useEffect(() => {
    if (chosen) {
      const note = diff.current?.querySelector(
        `[data-change="${CSS.escape(chosen)}"]`,
      );
      (note ?? diff.current)?.scrollIntoView?.({ block: 'center' });
    }
  }, [chosen, item?.key]);

  if (!item) {
    return (
      <EmptyNote title="Nothing changed">
        {beforeName} and {afterName} mean the same to those who use them.
      </EmptyNote>
    );
  }
  return (
    <>
      <Section title={`What changed (${changes.length})`}>
        <ChangeList changes={changes} onShow={show} />
      </Section>
      <Section
        title="Before and after"
        action={
          <Autocomplete
            size="small"
            disableClearable
            options={items}
            value={item}
            isOptionEqualToValue={(one, other) => one.key === other.key}
            getOptionLabel={one => one.name}
            getOptionKey={one => one.key}
            onChange={(_event, next) => {
              setChosen(undefined);
              choose(next.key);
            }}
            renderOption={(given, one) => (
              <li {...given} key={one.key}>
                <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <code>{one.name}</code>
                  <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
                    {one.kind}, {counted(one.changes.length, 'change')}
                  </Box>
                </Box>
              </li>
            )}
            renderInput={given => (
              <TextField
                {...given}
                label={`Of ${counted(items.length, 'changed item')}`}
              />
            )}
            sx={{ width: 320, maxWidth: '60%' }}
          />
        }
      >
        <div ref={diff}>
          <DiffView
            name={item.name}
            beforeName={beforeName}
            afterName={afterName}
            before={old}
            after={now}
            changes={item.changes}
            chosen={chosen}
          />
        </div>
      </Section>
    </>
  );
};
