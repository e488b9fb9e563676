import { ContractError } from '@mcp-portal/mcp-contract';
import { AskError } from './AskError';
import { Attempt } from './Attempt';
import { describeFailure } from './describeFailure';
import { Secrets } from './Secrets';

/** What the attempt saw on the wire says more than what the SDK made of it. */
export function explainAttempt(error: unknown, attempt: Attempt): AskError {
  const described = attempt.failure ?? describeFailure(error, attempt.secrets);
  const vague = ['timeout', 'crashed'].includes(described.outcome);
  return vague && attempt.noted ? attempt.noted : described;
}

/** What is said of a server that could not be asked, or shows no contract. */
export function explainAnswer(error: unknown, secrets: Secrets): AskError {
  if (error instanceof ContractError) {
    return new AskError(
      error.code === 'too-large' ? 'too-large' : 'invalid-contract',
      error.message,
    );
  }
  return describeFailure(error, secrets);
}
