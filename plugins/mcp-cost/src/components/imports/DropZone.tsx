import { useRef, useState } from 'react';
import UploadFileIcon from '@mui/icons-material/UploadFile';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

/** A place to drop a bill on, or to choose one from. */
export const DropZone = (props: {
  disabled: boolean;
  onFile: (file: File) => void;
}) => {
  const { disabled, onFile } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
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
        const [file] = event.dataTransfer.files;
        if (file && !disabled) {
          onFile(file);
        }
      }}
      sx={{
        border: 2,
        borderStyle: 'dashed',
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.hover' : undefined,
        borderRadius: 1,
        p: 3,
        textAlign: 'center',
      }}
    >
      <Typography variant="body1" component="p" sx={{ m: 0, mb: 1 }}>
        Drop a bill here: CSV in the FOCUS format, 1.0 to 1.3.
      </Typography>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        disabled={disabled}
        aria-label="Choose a bill"
        onChange={event => {
          const [file] = event.target.files ?? [];
          // The same file again is a change too.
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
      <Button
        variant="contained"
        disabled={disabled}
        startIcon={<UploadFileIcon />}
        onClick={() => input.current?.click()}
      >
        {disabled ? 'Sending…' : 'Choose a file'}
      </Button>
      <Typography
        variant="body2"
        component="p"
        sx={{ m: 0, mt: 1, color: 'text.secondary' }}
      >
        A billing period that was imported before is replaced as a whole, or not
        at all.
      </Typography>
    </Box>
  );
};
