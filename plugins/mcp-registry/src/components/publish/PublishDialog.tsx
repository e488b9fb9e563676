import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ServerDetail } from '@mcp-portal/plugin-mcp-registry-common';
import { inc, parse } from 'semver';
import { useAct } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef, readRefusal } from '../../api';
import { ShortHash } from '../ShortHash';
import { GatePanel, GateSkeleton } from './GatePanel';
import { Overruling, type OverrulingKind } from './Overruling';
import { liveRequest, useGateCheck } from './useGateCheck';

const MAX_CHANGELOG = 20_000;

/** Publishes what a server offers now, after the gate has said what it thinks. */
export const PublishDialog = (props: {
  server: ServerDetail;
  /** Where somebody has said already which version it could be. */
  suggestion?: string;
  onClose: () => void;
  onPublished: (version: string) => void;
}) => {
  const { server, suggestion, onClose, onPublished } = props;
  const registry = useApi(mcpRegistryApiRef);
  const [version, setVersion] = useState(suggestion ?? firstGuess(server));
  const [touched, setTouched] = useState(false);
  const [changelog, setChangelog] = useState('');
  const [kind, setKind] = useState<OverrulingKind>('no');
  const [reason, setReason] = useState('');
  const [undecided, setUndecided] = useState<string[]>([]);

  const valid = isVersion(version);
  const check = useGateCheck(
    server,
    valid ? version.trim() : firstGuess(server),
    kind === 'accept'
      ? { changes: undecided, reason: reason.trim() || 'To be given' }
      : undefined,
  );
  const publish = useAct(async () => {
    await registry.publishVersion(server.ref, {
      ...liveRequest(server, version.trim()),
      changelog: changelog.trim() || undefined,
      ...(kind === 'override' && { override: { reason: reason.trim() } }),
      ...(kind === 'accept' && {
        accept: { changes: undecided, reason: reason.trim() },
      }),
    });
    onPublished(version.trim());
  });

  const refusal = readRefusal(publish.thrown);
  const report = refusal ?? check.receipt?.report;
  const smallest = report?.smallestVersion;
  useEffect(() => {
    if (!touched && smallest) {
      setVersion(smallest);
    }
  }, [touched, smallest]);
  useEffect(() => {
    // What is accepted is no longer reported, so the choice is kept here.
    const open = report?.diff?.changes.filter(change => change.undecided) ?? [];
    if (kind === 'no') {
      setUndecided(open.map(change => change.id));
    }
  }, [report, kind]);

  const change = (next: string) => {
    setTouched(true);
    setVersion(next);
    publish.forget();
  };
  const unchanged = check.receipt?.outcome === 'unchanged';
  const overruled = kind !== 'no';
  const ready =
    valid &&
    !check.checking &&
    !check.error &&
    !unchanged &&
    (overruled
      ? reason.trim() !== '' && (kind === 'override' || report?.accepted)
      : report?.accepted);
  const mayOverrule =
    server.mayOverride && (overruled || (report && !report.accepted));

  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={onClose}
      aria-labelledby="publish-title"
    >
      <DialogTitle id="publish-title">
        Publish a version of {server.title ?? server.name}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Typography variant="body2" component="p" sx={{ m: 0 }}>
          What the server offers now becomes a version that never changes again
          {server.seen && (
            <>
              : snapshot <ShortHash sha256={server.seen.snapshot} />
            </>
          )}
          .
        </Typography>
        <TextField
          size="small"
          label="Version"
          value={version}
          onChange={event => change(event.target.value)}
          error={!valid}
          helperText={
            valid
              ? smallest &&
                `The smallest that would be accepted is ${smallest}.`
              : 'A semantic version, such as 1.4.0 or 2.0.0-rc.1.'
          }
          sx={{ mt: 1, maxWidth: 360 }}
        />
        {check.error && !refusal && (
          <Alert
            severity="error"
            action={
              <Button color="inherit" size="small" onClick={check.retry}>
                Try again
              </Button>
            }
          >
            The gate could not be asked: {check.error.message}
          </Alert>
        )}
        {!report && check.checking && <GateSkeleton />}
        {report && !check.error && unchanged && (
          <Alert severity="info">
            {report.version} is published already, with this very contract.
          </Alert>
        )}
        {report && (!check.error || refusal) && !unchanged && (
          <GatePanel
            report={report}
            outdated={check.checking || !valid}
            onTake={change}
          />
        )}
        {mayOverrule && (
          <Overruling
            kind={kind}
            onKind={setKind}
            reason={reason}
            onReason={setReason}
            undecided={undecided.length}
          />
        )}
        <TextField
          size="small"
          multiline
          minRows={3}
          maxRows={10}
          label="What is new, for those who use it (Markdown)"
          value={changelog}
          onChange={event => setChangelog(event.target.value)}
          inputProps={{ maxLength: MAX_CHANGELOG }}
        />
        {publish.error && !refusal && (
          <Alert severity="error">
            It was not published: {publish.error.message}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          color={kind === 'override' ? 'warning' : 'primary'}
          disabled={!ready || publish.running}
          onClick={() => publish.run()}
        >
          {publish.running ? 'Publishing…' : `Publish ${valid ? version : ''}`}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

function firstGuess(server: ServerDetail): string {
  return inc(server.version ?? '', 'patch') ?? '1.0.0';
}

/** Semantic version 2.0, without build metadata. */
function isVersion(text: string): boolean {
  const version = parse(text.trim());
  return Boolean(
    version && version.build.length === 0 && version.version === text.trim(),
  );
}
