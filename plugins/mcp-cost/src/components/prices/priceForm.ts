import type {
  PriceAmounts,
  PriceRequest,
  PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';
import { isAmount } from '../money';
import type { PriceKind } from './priceWords';

/** What the form holds while somebody fills it in. */
export interface PriceForm {
  kind: PriceKind;
  serverRef: string;
  tool: string;
  model: string;
  provider: string;
  unit: string;
  perUnit: string;
  input: string;
  cachedInput: string;
  output: string;
  validFrom: string;
  note: string;
}

/** A form for a subject that is known, such as one that has no price yet. */
export function formFor(validFrom: string, subject?: PriceSubject): PriceForm {
  return {
    kind: subject?.kind ?? 'tool-call',
    serverRef: (subject && 'serverRef' in subject && subject.serverRef) || '',
    tool: subject?.kind === 'tool-call' ? subject.tool ?? '' : '',
    model: subject?.kind === 'model-tokens' ? subject.model : '',
    provider: subject?.kind === 'model-tokens' ? subject.provider ?? '' : '',
    unit: subject?.kind === 'unit' ? subject.unit : '',
    perUnit: '',
    input: '',
    cachedInput: '',
    output: '',
    validFrom,
    note: '',
  };
}

/** What the form says, or undefined while something is missing. */
export function requestOf(form: PriceForm): PriceRequest | undefined {
  const subject = subjectOf(form);
  const amounts = amountsOf(form);
  return subject && amounts && /^\d{4}-\d{2}-\d{2}$/.test(form.validFrom)
    ? {
        subject,
        amounts,
        validFrom: form.validFrom,
        note: form.note.trim() || undefined,
      }
    : undefined;
}

export function amountsOf(form: PriceForm): PriceAmounts | undefined {
  if (form.kind !== 'model-tokens') {
    return isAmount(form.perUnit)
      ? { perUnit: form.perUnit.trim() }
      : undefined;
  }
  const cached = form.cachedInput.trim();
  return isAmount(form.input) &&
    isAmount(form.output) &&
    (cached === '' || isAmount(cached))
    ? {
        inputPerMillion: form.input.trim(),
        ...(cached && { cachedInputPerMillion: cached }),
        outputPerMillion: form.output.trim(),
      }
    : undefined;
}

export function subjectOf(form: PriceForm): PriceSubject | undefined {
  const serverRef = form.serverRef.trim();
  const [tool, model] = [form.tool.trim(), form.model.trim()];
  const [provider, unit] = [form.provider.trim(), form.unit.trim()];
  switch (form.kind) {
    case 'tool-call':
      return serverRef
        ? { kind: 'tool-call', serverRef, ...(tool && { tool }) }
        : undefined;
    case 'model-tokens':
      return model
        ? { kind: 'model-tokens', model, ...(provider && { provider }) }
        : undefined;
    case 'unit':
      return unit
        ? { kind: 'unit', unit, ...(serverRef && { serverRef }) }
        : undefined;
    default:
      return serverRef ? { kind: form.kind, serverRef } : undefined;
  }
}
