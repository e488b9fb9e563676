import { useEffect, useRef, useState } from 'react';
import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import useDebounce from 'react-use/esm/useDebounce';

const DEBOUNCE_MS = 250;

/**
 * A search box that answers while one types. Typing never waits for an answer;
 * `/` anywhere on the page puts the cursor here.
 * @public
 */
export const SearchBox = (props: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** The page is for searching: the cursor starts here. */
  focusFirst?: boolean;
}) => {
  const { label, placeholder, value, onChange, focusFirst } = props;
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);

  // The address changed by other means: back, or "clear filters".
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);

  const send = (text: string) => {
    if (text !== sent.current) {
      sent.current = text;
      onChange(text);
    }
  };
  useDebounce(() => send(typed.trim()), DEBOUNCE_MS, [typed]);

  useEffect(() => {
    if (focusFirst) {
      input.current?.focus();
    }
  }, [focusFirst]);

  useEffect(() => {
    const focusOnSlash = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      const typing =
        target?.isContentEditable ||
        ['INPUT', 'TEXTAREA', 'SELECT'].includes(target?.tagName ?? '');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    document.addEventListener('keydown', focusOnSlash);
    return () => document.removeEventListener('keydown', focusOnSlash);
  }, []);

  return (
    <TextField
      type="search"
      fullWidth
      size="small"
      inputRef={input}
      placeholder={placeholder}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          send(typed.trim());
        }
      }}
      inputProps={{ 'aria-label': label, 'aria-keyshortcuts': '/' }}
      sx={{ '& input::-webkit-search-cancel-button': { display: 'none' } }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
        endAdornment: typed ? (
          <InputAdornment position="end">
            <IconButton
              size="small"
              aria-label="Clear the search"
              onClick={() => {
                setTyped('');
                send('');
                input.current?.focus();
              }}
            >
              <ClearIcon fontSize="small" />
            </IconButton>
          </InputAdornment>
        ) : undefined,
      }}
    />
  );
};
