import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';
import { DefaultTemplateOutputs } from '@backstage/plugin-scaffolder-react/alpha';
import { AgentCreated } from './AgentCreated';
import { readCreated } from './readCreated';
import { readNotes } from './readNotes';
import { ServerCreated } from './ServerCreated';

/** What a task shows when it is done. */
export const TaskOutputs = (props: { output?: ScaffolderTaskOutput }) => {
  const created = readCreated(props.output);
  if (!created) {
    return <DefaultTemplateOutputs output={props.output} />;
  }
  const notes = readNotes(props.output);
  return created.kind === 'agent' ? (
    <AgentCreated created={created} notes={notes} />
  ) : (
    <ServerCreated created={created} notes={notes} />
  );
};
