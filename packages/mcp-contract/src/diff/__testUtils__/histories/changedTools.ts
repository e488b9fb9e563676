import type { ContractTool } from '../../../snapshot';
import { hasContract, type ArchivedHistory } from './HistoryArchive';

/** A tool of a real server whose schemas changed from one version to the next. */
export interface ChangedTool {
  /** A tool name that no other has. */
  id: string;
  server: string;
  /** The version that changed it. */
  version: string;
  before: ContractTool;
  after: ContractTool;
}

/** All of them, the oldest version of each server first. */
export function changedTools(histories: ArchivedHistory[]): ChangedTool[] {
  return histories
    .flatMap(({ name, versions }) => {
      const answered = versions.filter(hasContract);
      return answered.slice(1).flatMap(({ version, contract }, index) =>
        contract.tools.flatMap(after => {
          const before = answered[index].contract.tools.find(
            tool => tool.name === after.name,
          );
          return before && schemasOf(before) !== schemasOf(after)
            ? [{ id: '', server: name, version, before, after }]
            : [];
        }),
      );
    })
    .map((tool, index) => ({ ...tool, id: `tool-${index}` }));
}

function schemasOf({ inputSchema, outputSchema }: ContractTool): string {
  return JSON.stringify([inputSchema, outputSchema]);
}
