import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';

/** With one example tool, or with the operations of an API. */
export const StartChoice = (props: {
  id: string;
  disabled?: boolean;
  fromDocument: boolean;
  onChange: (fromDocument: boolean) => void;
}) => {
  const { id, disabled, fromDocument, onChange } = props;
  return (
    <FormControl disabled={disabled}>
      <FormLabel id={`${id}-start`}>What are its first tools?</FormLabel>
      <RadioGroup
        aria-labelledby={`${id}-start`}
        name={`${id}-start`}
        value={fromDocument ? 'document' : 'example'}
        onChange={event => onChange(event.target.value === 'document')}
      >
        <FormControlLabel
          value="example"
          control={<Radio />}
          label="Start from one example tool"
        />
        <FormControlLabel
          value="document"
          control={<Radio />}
          label="Start from an OpenAPI document: one tool for each operation that you choose"
        />
      </RadioGroup>
    </FormControl>
  );
};
