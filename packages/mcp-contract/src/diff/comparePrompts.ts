import type { JsonValue } from '../canonical/JsonValue';
import type {
  ContractPrompt,
  ContractPromptArgument,
} from '../snapshot/contract';
import { compareFields } from './compareFields';
import type { ContractFinding } from './ContractFinding';
import { pairItems } from './pairItems';
import { quote } from './quote';

const FIELDS = [
  { name: 'title', label: 'title', rule: 'prompt-title-changed' },
  {
    name: 'description',
    label: 'description',
    rule: 'prompt-description-changed',
  },
  { name: 'icons', label: 'icons', plural: true, rule: 'prompt-icons-changed' },
] as const;

const ARGUMENT_FIELDS = [
  { name: 'title', label: 'title', rule: 'prompt-argument-title-changed' },
  {
    name: 'description',
    label: 'description',
    rule: 'prompt-argument-description-changed',
  },
] as const;

/** All differences between two lists of prompts. */
export function comparePrompts(
  before: readonly ContractPrompt[],
  after: readonly ContractPrompt[],
): ContractFinding[] {
  const pairs = pairItems(before, after, prompt => prompt.name);
  return [
    ...pairs.removed.map(prompt => ({
      where: { prompt: prompt.name, pointer: '', beforePointer: '' },
      rule: 'prompt-removed',
      before: prompt as unknown as JsonValue,
      message: `The prompt ${quote(prompt.name)} was removed.`,
    })),
    ...pairs.added.map(prompt => ({
      where: { prompt: prompt.name, pointer: '', afterPointer: '' },
      rule: 'prompt-added',
      after: prompt as unknown as JsonValue,
      message: `The prompt ${quote(prompt.name)} was added.`,
    })),
    ...pairs.kept.flatMap(pair => comparePrompt(pair.before, pair.after)),
  ];
}

function comparePrompt(
  before: ContractPrompt,
  after: ContractPrompt,
): ContractFinding[] {
  const subject = `the prompt ${quote(after.name)}`;
  return [
    ...compareFields(before, after, FIELDS, {
      item: { prompt: after.name },
      subject,
      pointer: '',
    }),
    ...compareArguments(before, after),
  ];
}

interface PlacedArgument {
  argument: ContractPromptArgument;
  pointer: string;
}

function compareArguments(
  before: ContractPrompt,
  after: ContractPrompt,
): ContractFinding[] {
  const prompt = after.name;
  const pairs = pairItems(
    placeArguments(before),
    placeArguments(after),
    ({ argument }) => argument.name,
  );
  return [
    ...pairs.removed.map(({ argument, pointer }) => ({
      where: { prompt, pointer, beforePointer: pointer },
      rule: 'prompt-argument-removed',
      before: argument as unknown as JsonValue,
      message: `The argument ${quote(argument.name)} of the prompt ${quote(
        prompt,
      )} was removed.`,
    })),
    ...pairs.added.map(({ argument, pointer }) => ({
      where: { prompt, pointer, afterPointer: pointer },
      rule: argument.required
        ? 'prompt-argument-added-required'
        : 'prompt-argument-added',
      after: argument as unknown as JsonValue,
      message: `The prompt ${quote(prompt)} ${
        argument.required ? 'needs' : 'takes'
      } a new argument, ${quote(argument.name)}.`,
    })),
    ...pairs.kept.flatMap(pair =>
      compareArgument(prompt, pair.before, pair.after),
    ),
  ];
}

function compareArgument(
  prompt: string,
  before: PlacedArgument,
  after: PlacedArgument,
): ContractFinding[] {
  const { name } = after.argument;
  const findings: ContractFinding[] = compareFields(
    before.argument,
    after.argument,
    ARGUMENT_FIELDS,
    {
      item: { prompt },
      subject: `the argument ${quote(name)} of the prompt ${quote(prompt)}`,
      pointer: after.pointer,
      beforePointer: before.pointer,
    },
  );
  const was = before.argument.required === true;
  const is = after.argument.required === true;
  if (was !== is) {
    findings.push({
      where: {
        prompt,
        pointer: after.pointer,
        beforePointer: before.pointer,
        afterPointer: after.pointer,
      },
      rule: is
        ? 'prompt-argument-made-required'
        : 'prompt-argument-made-optional',
      before: was,
      after: is,
      message: `The argument ${quote(name)} of the prompt ${quote(prompt)} is ${
        is ? 'required' : 'optional'
      } now.`,
    });
  }
  return findings;
}

function placeArguments(prompt: ContractPrompt): PlacedArgument[] {
  return (prompt.arguments ?? []).map((argument, index) => ({
    argument,
    pointer: `/arguments/${index}`,
  }));
}
