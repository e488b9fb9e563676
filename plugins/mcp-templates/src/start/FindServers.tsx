import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { usePageLinks } from '../usePageLinks';

/** A search that goes to the Servers page, where its answers are. */
export const FindServers = () => {
  const links = usePageLinks();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const search = words.trim();
  return (
    <Box
      component="form"
      role="search"
      aria-label="Servers"
      onSubmit={event => {
        event.preventDefault();
        navigate(links.servers(search ? { search } : {}));
      }}
      sx={{ display: 'flex', gap: 1, mt: 1 }}
    >
      <TextField
        size="small"
        fullWidth
        type="search"
        placeholder="such as invoices"
        value={words}
        onChange={event => setWords(event.target.value)}
        inputProps={{
          'aria-label': 'Search servers by name, purpose, owner or tool',
          maxLength: 200,
        }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        }}
      />
      <Button type="submit" variant="outlined">
        Search
      </Button>
    </Box>
  );
};
