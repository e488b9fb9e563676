import { useState } from 'react';
import Button from '@mui/material/Button';
import Alert from '@mui/material/Alert';
import type {
  NewServiceKey,
  ServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import {
  counted,
  EmptyNote,
  OnDemand,
  Section,
} from '@mcp-portal/plugin-mcp-react';
import { refName } from '../entities';
import { LoadedPart, useCost } from '../loading';
import type { KeyAct } from './KeyActions';
import { KeyTable } from './KeyTable';
import { KeyTeamsDialog } from './KeyTeamsDialog';
import { works } from './keyWords';
import { MakeKeyDialog } from './MakeKeyDialog';
import { NewSecretDialog } from './NewSecretDialog';
import { RevokeKeyDialog } from './RevokeKeyDialog';
import { RotateKeyDialog } from './RotateKeyDialog';

/** The service keys of a team, for its members. */
export const KeysSection = (props: { teamRef: string; title?: string }) => {
  const { teamRef } = props;
  const name = refName(teamRef, props.title);
  const keys = useCost(`keys of ${teamRef}`, '', (api, options) =>
    api.listKeys(teamRef, options),
  );
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewServiceKey>();
  const [doing, setDoing] = useState<{ key: ServiceKey; act: KeyAct }>();
  const close = () => {
    setMaking(false);
    setDoing(undefined);
  };
  const done = () => {
    close();
    keys.reload();
  };
  const show = (secret: NewServiceKey) => {
    setMade(secret);
    done();
  };
  // One who may not see a team's keys is told nothing of them.
  if (keys.error && isHidden(keys.error)) {
    return null;
  }
  const make = (
    <Button size="small" variant="outlined" onClick={() => setMaking(true)}>
      Make a key
    </Button>
  );
  const act = (key: ServiceKey, what: KeyAct) => setDoing({ key, act: what });
  return (
    <Section
      title="Service keys"
      action={keys.value && keys.value.length > 0 && make}
    >
      <LoadedPart loaded={keys} what="The service keys">
        {all => {
          const working = all.filter(works);
          const ended = all.filter(key => !works(key));
          return (
            <>
              {all.length === 0 && (
                <EmptyNote title="No service key yet" action={make}>
                  With a key, the agents of {name} send their usage, and its
                  pipelines publish versions of its servers.
                </EmptyNote>
              )}
              {all.length > 0 && working.length === 0 && (
                <Alert severity="warning">
                  No key works: whatever used one is refused.
                </Alert>
              )}
              {working.length > 0 && (
                <KeyTable
                  label={`Service keys of ${name}`}
                  keys={working}
                  onAct={act}
                />
              )}
              {ended.length > 0 && (
                <OnDemand
                  show={`Show ${counted(ended.length, 'key')} of the past`}
                  hide="Hide the keys of the past"
                >
                  <KeyTable
                    label={`Past service keys of ${name}`}
                    keys={ended}
                    onAct={act}
                  />
                </OnDemand>
              )}
            </>
          );
        }}
      </LoadedPart>
      {making && (
        <MakeKeyDialog
          teamRef={teamRef}
          name={name}
          onClose={close}
          onMade={show}
        />
      )}
      {doing?.act === 'rotate' && (
        <RotateKeyDialog serviceKey={doing.key} onClose={close} onMade={show} />
      )}
      {doing?.act === 'revoke' && (
        <RevokeKeyDialog serviceKey={doing.key} onClose={close} onDone={done} />
      )}
      {doing?.act === 'teams' && (
        <KeyTeamsDialog serviceKey={doing.key} onClose={close} onDone={done} />
      )}
      {made && (
        <NewSecretDialog made={made} onClose={() => setMade(undefined)} />
      )}
    </Section>
  );
};

function isHidden(error: Error): boolean {
  return error.name === 'NotFoundError' || error.name === 'NotAllowedError';
}
