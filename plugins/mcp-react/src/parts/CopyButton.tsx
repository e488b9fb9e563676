import { useEffect, useState } from 'react';
import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Button from '@mui/material/Button';

const SAY_COPIED_FOR_MS = 2000;

/** Copies a text, and says whether that went well. @public */
export const CopyButton = (props: { text: string; label?: string }) => {
  const { text, label = 'Copy' } = props;
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), SAY_COPIED_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // The browser may forbid it; the text stays there to be selected.
      setState('failed');
    }
  };
  const words = { idle: label, copied: 'Copied', failed: 'Select and copy' };
  return (
    <Button
      size="small"
      onClick={copy}
      startIcon={state === 'copied' ? <CheckIcon /> : <ContentCopyIcon />}
      aria-live="polite"
    >
      {words[state]}
    </Button>
  );
};
