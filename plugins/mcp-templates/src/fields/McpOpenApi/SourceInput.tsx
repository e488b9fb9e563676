import { useRef, useState } from 'react';
import UploadFileIcon from '@mui/icons-material/UploadFile';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { OpenApiSource } from '@mcp-portal/plugin-mcp-templates-common';

/** More than this, the portal does not read. */
const MAX_DOCUMENT_BYTES = 5_000_000;

/** Where the document is: at a URL, or here as text or file. */
export const SourceInput = (props: {
  id: string;
  disabled: boolean;
  initial?: OpenApiSource;
  running: boolean;
  onRead: (source: OpenApiSource) => void;
  onProblem: (error: Error) => void;
}) => {
  const { id, disabled, initial, running, onRead, onProblem } = props;
  const isPasted = Boolean(initial && 'document' in initial);
  const [way, setWay] = useState<'url' | 'document'>(
    isPasted ? 'document' : 'url',
  );
  const [url, setUrl] = useState(
    initial && 'url' in initial ? initial.url : '',
  );
  const [text, setText] = useState(
    initial && 'document' in initial ? initial.document : '',
  );
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  const readText = (document: string) => {
    if (new Blob([document]).size > MAX_DOCUMENT_BYTES) {
      onProblem(
        new Error('It is larger than 5 MB. Leave out what no tool needs.'),
      );
    } else {
      onRead({ document });
    }
  };
  const readFile = async (chosen: File | undefined) => {
    if (!chosen || disabled) {
      return;
    }
    if (chosen.size > MAX_DOCUMENT_BYTES) {
      onProblem(new Error(`${chosen.name} is larger than 5 MB.`));
      return;
    }
    const content = await chosen.text();
    setWay('document');
    setText(content);
    readText(content);
  };
  const ready = way === 'url' ? url.trim() !== '' : text.trim() !== '';
  const read = () => {
    if (ready && !running) {
      if (way === 'url') {
        onRead({ url: url.trim() });
      } else {
        readText(text);
      }
    }
  };

  return (
    <Box
      onDragOver={event => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        readFile(event.dataTransfer.files[0]);
      }}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1.5,
        mt: 1,
        p: 2,
        border: 1,
        borderStyle: over ? 'dashed' : 'solid',
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.hover' : undefined,
        borderRadius: 1,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="Where the document is"
          disabled={disabled}
          value={way}
          onChange={(_event, next) => next && setWay(next)}
        >
          <ToggleButton value="url">At a URL</ToggleButton>
          <ToggleButton value="document">Paste it</ToggleButton>
        </ToggleButtonGroup>
        <Button
          startIcon={<UploadFileIcon />}
          disabled={disabled}
          onClick={() => file.current?.click()}
        >
          Choose a file, or drop it here
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,.yaml,.yml,application/json,application/yaml"
          aria-label="Choose an OpenAPI document"
          onChange={event => {
            const chosen = event.target.files?.[0];
            readFile(chosen);
            // The same file again is a change too.
            event.target.value = '';
          }}
        />
      </Box>
      {way === 'url' ? (
        <TextField
          id={`${id}-url`}
          fullWidth
          size="small"
          type="url"
          label="URL of the document"
          placeholder="https://api.example.com/openapi.json"
          disabled={disabled}
          value={url}
          onChange={event => setUrl(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              // It would send the whole form.
              event.preventDefault();
              read();
            }
          }}
          helperText="The portal reads it from hosts that its operator allows."
        />
      ) : (
        <TextField
          id={`${id}-document`}
          fullWidth
          multiline
          // A fixed height: measuring a long document at each letter is slow.
          rows={8}
          label="Text of the document"
          disabled={disabled}
          value={text}
          onChange={event => setText(event.target.value)}
          inputProps={{ spellCheck: false }}
          sx={{ '& textarea': { fontFamily: 'monospace' } }}
          helperText="OpenAPI 3.0 or 3.1, or Swagger 2.0; JSON or YAML."
        />
      )}
      <Box>
        <Button
          variant="contained"
          disabled={disabled || running || !ready}
          onClick={read}
        >
          {running ? 'Reading…' : 'Read'}
        </Button>
      </Box>
    </Box>
  );
};
