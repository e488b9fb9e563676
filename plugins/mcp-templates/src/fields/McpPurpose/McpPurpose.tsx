import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import { CountedText } from './CountedText';
import {
  purposeProblem,
  PURPOSE_LENGTH,
  whyNewProblem,
  WHY_NEW_LENGTH,
} from './purposeProblem';
import type { McpPurposeProps, Purpose } from './schema';
import { SimilarServers } from './SimilarServers';
import { useSimilar } from './useSimilar';

const WORDS = {
  server: {
    label: 'What should an agent be able to do with it?',
    example: 'Find a customer’s open invoices and say which are overdue.',
    similar: 'Already there',
    none: 'Nothing here does this yet.',
  },
  agent: {
    label: 'What should the agent do?',
    example:
      'Answer questions about open invoices and remind customers of overdue ones.',
    similar: 'Servers that it could use',
    none: 'No server comes close.',
  },
  existing: {
    label: 'What can an agent do with it?',
    example: 'Find a customer’s open invoices and say which are overdue.',
    similar: 'Already registered',
    none: 'Nothing like it is registered yet.',
  },
};

/**
 * What something new is for; what exists already that comes close; and, where
 * it comes very close, why that does not fit.
 */
export const McpPurpose = (props: McpPurposeProps) => {
  const { idSchema, schema, uiSchema, required, disabled } = props;
  const { rawErrors = [] } = props;
  const { errorSchema, formData, onChange } = props;
  const kind = uiSchema['ui:options']?.kind ?? 'server';
  const text = formData?.text ?? '';
  const { value: similar, loading, error, asked, reload } = useSimilar(text);

  const asksWhy =
    kind === 'server' &&
    Boolean(similar?.some(({ level }) => level === 'very-close'));
  const known = similar && !loading && !error;

  // A reason that is not asked for now may be again, a few words later.
  const lastWhy = useRef(formData?.whyNew);
  const whyNew = formData?.whyNew ?? '';
  const closest = similar?.map(({ server }) => server.ref) ?? [];
  const settledPurpose: Purpose | undefined = known
    ? purposeOf(text, asksWhy ? whyNew || lastWhy.current : undefined, closest)
    : undefined;
  const settledKey = JSON.stringify(settledPurpose);
  const currentKey = JSON.stringify(
    purposeOf(text, formData?.whyNew, formData?.closest ?? []),
  );
  useEffect(() => {
    if (settledKey && settledKey !== currentKey) {
      onChange(JSON.parse(settledKey));
    }
  }, [settledKey, currentKey, onChange]);

  const id = idSchema.$id;
  const textProblem = purposeProblem(text);
  // The form knows one field; the text comes first.
  const ofText = textProblem ? rawErrors : [];
  const ofWhy = textProblem ? [] : rawErrors;
  return (
    <Box sx={{ mt: 1 }}>
      <CountedText
        id={`${id}_text`}
        label={schema.title ?? WORDS[kind].label}
        hint={[schema.description, `For example: “${WORDS[kind].example}”`]
          .filter(Boolean)
          .join(' ')}
        minRows={3}
        required={required}
        disabled={disabled}
        value={text}
        max={PURPOSE_LENGTH.max}
        problem={textProblem}
        errors={[...ofText, ...(errorSchema?.text?.__errors ?? [])]}
        onChange={next => onChange({ ...formData, text: next })}
      />
      {(asked || loading) && (
        <SimilarServers
          id={`${id}-similar`}
          title={WORDS[kind].similar}
          none={WORDS[kind].none}
          similar={similar}
          loading={loading}
          error={error}
          onRetry={reload}
        />
      )}
      {asksWhy && (
        <Box sx={{ mt: 2 }}>
          <CountedText
            id={`${id}_whyNew`}
            label="Why does none of these fit?"
            hint="One sentence. It is kept with the server, for everyone who wonders later."
            minRows={2}
            required
            disabled={disabled}
            value={whyNew}
            max={WHY_NEW_LENGTH.max}
            problem={whyNewProblem(whyNew)}
            errors={[...ofWhy, ...(errorSchema?.whyNew?.__errors ?? [])]}
            onChange={next => {
              lastWhy.current = next;
              onChange({ ...formData, whyNew: next });
            }}
          />
        </Box>
      )}
    </Box>
  );
};

function purposeOf(
  text: string,
  whyNew: string | undefined,
  closest: string[],
): Purpose {
  return {
    text,
    ...(whyNew ? { whyNew } : {}),
    ...(closest.length > 0 ? { closest } : {}),
  };
}
