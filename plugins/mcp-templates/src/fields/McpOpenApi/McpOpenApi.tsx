import { useRef } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { Announcement, describedBy, errorsBelow, FieldErrors } from '../parts';
import { choiceProblem, NOTHING_READ, sourceOf, wantsDocument } from './choice';
import { DocumentFacts } from './DocumentFacts';
import { firstChoice } from './operationRows';
import { OperationTable } from './OperationTable';
import type { McpOpenApiProps } from './schema';
import { SourceInput } from './SourceInput';
import { StartChoice } from './StartChoice';
import { useReading } from './useReading';

/** As many as a model can be expected to know, when the schema says nothing. */
const MAX_OPERATIONS = 100;

/** An OpenAPI document and the operations of it that become tools; or neither. */
export const McpOpenApi = (props: McpOpenApiProps) => {
  const { idSchema, schema, disabled = false } = props;
  const { hideError } = props;
  const { formData: choice, onChange } = props;
  const max = maxOperationsOf(schema);
  const fromDocument = wantsDocument(choice);
  const source = sourceOf(choice);
  const errors = errorsBelow(props, choiceProblem(choice));

  const { reading, error, running, read, refuse } = useReading({
    initial: source,
    onRead: (from, found) =>
      onChange({ source: from, operations: firstChoice(found, max) }),
  });

  // Who looks at the other way and comes back finds their document again.
  const left = useRef(choice);
  const start = (withDocument: boolean) => {
    if (withDocument) {
      onChange(wantsDocument(left.current) ? left.current : NOTHING_READ);
    } else {
      left.current = choice;
      onChange(undefined);
    }
  };

  const id = idSchema.$id;
  return (
    <Box sx={{ mt: 1 }}>
      <StartChoice
        id={id}
        disabled={disabled}
        fromDocument={fromDocument}
        onChange={start}
      />
      <FieldErrors idSchema={idSchema} hideError={hideError} errors={errors} />
      {fromDocument && (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
          <SourceInput
            id={id}
            disabled={disabled}
            initial={source}
            running={running}
            onRead={read}
            onProblem={refuse}
          />
          {error && (
            <Alert severity="error">
              <AlertTitle>The document could not be read</AlertTitle>
              {error.message}
              {reading && source && ' What you see below was read before.'}
            </Alert>
          )}
          <Announcement>
            {reading && !running
              ? `${reading.title} was read: ${reading.operations.length} operations.`
              : ''}
          </Announcement>
          {reading && source && (
            <>
              <DocumentFacts reading={reading} />
              <OperationTable
                id={id}
                reading={reading}
                chosen={choice?.operations ?? []}
                max={max}
                disabled={disabled}
                describedBy={describedBy([], { idSchema, errors })}
                onChange={operations => onChange({ ...choice, operations })}
              />
            </>
          )}
        </Box>
      )}
    </Box>
  );
};

function maxOperationsOf(schema: McpOpenApiProps['schema']): number {
  const { operations } = schema.properties ?? {};
  return typeof operations === 'object' && operations.maxItems
    ? operations.maxItems
    : MAX_OPERATIONS;
}
