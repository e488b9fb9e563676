import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  PublishReceipt,
  PublishRequest,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import useDebounce from 'react-use/esm/useDebounce';
import { useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from '../../api';

const DEBOUNCE_MS = 300;

export interface GateCheck {
  /** What would happen; the last good answer while a newer one is awaited. */
  receipt?: PublishReceipt;
  error?: Error;
  /** True while the answer is not yet to what is asked for now. */
  checking: boolean;
  retry: () => void;
}

/** What is published when what is live is published. */
export function liveRequest(
  server: ServerDetail,
  version: string,
): PublishRequest {
  return {
    version,
    contract: 'live',
    expectedSnapshot: server.seen?.snapshot,
  };
}

/** Asks the gate, while one types, what it would say. */
export function useGateCheck(
  server: ServerDetail,
  version: string,
  accept?: PublishRequest['accept'],
): GateCheck {
  const registry = useApi(mcpRegistryApiRef);
  const wanted: PublishRequest = {
    ...liveRequest(server, version),
    accept,
    dryRun: true,
  };
  const request = JSON.stringify(wanted);
  const [settled, setSettled] = useState(request);
  useDebounce(() => setSettled(request), DEBOUNCE_MS, [request]);
  const { value, error, loading, reload } = useLoaded<PublishReceipt>({
    subject: server.ref,
    request: settled,
    load: signal =>
      registry.publishVersion(server.ref, JSON.parse(settled), { signal }),
  });
  return {
    receipt: value,
    error,
    checking: loading || settled !== request,
    retry: reload,
  };
}
