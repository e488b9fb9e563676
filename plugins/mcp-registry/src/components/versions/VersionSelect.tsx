import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';

/** Chooses one of a server's contracts: a version, or what is live. */
export const VersionSelect = (props: {
  label: string;
  value: string;
  versions: string[];
  live: boolean;
  onChange: (name: string) => void;
}) => {
  const { label, value, versions, live, onChange } = props;
  const known = [...(live ? ['live'] : []), ...versions];
  const options = known.includes(value) ? known : [value, ...known];
  return (
    <Autocomplete
      size="small"
      disableClearable
      options={options}
      value={value}
      getOptionLabel={name => {
        if (name === 'live') {
          return 'What is live now';
        }
        return name.length === 64 ? `Snapshot ${name.slice(0, 12)}` : name;
      }}
      onChange={(_event, next) => onChange(next)}
      renderInput={given => <TextField {...given} label={label} />}
      sx={{ width: 240 }}
    />
  );
};
