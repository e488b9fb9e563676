import { useCost, LoadedPart } from '../../components/loading';
import { IncreasesList } from '../../components/budget';
import { Section } from '@mcp-portal/plugin-mcp-react';

const SHOWN = 100;

/** What teams asked for: first what waits for the reader, then for others. */
export const WaitingIncreases = (props: {
  /** Changes when there is something new to load. */
  revision: number;
  onDecided: () => void;
}) => {
  const { revision, onDecided } = props;
  const increases = useCost('waiting', revision, (api, options) =>
    api.listIncreases({ state: ['pending'], limit: SHOWN }, options),
  );
  // Most have nothing to decide, so that nothing jumps while it loads.
  if (!increases.error && !increases.value?.items.length) {
    return null;
  }
  return (
    <LoadedPart loaded={increases} what="The requests for increases">
      {({ items }) => {
        const mine = items.filter(increase => increase.mayDecide);
        const others = items.filter(increase => !increase.mayDecide);
        return (
          <>
            {mine.length > 0 && (
              <Section title="Waits for you">
                <IncreasesList
                  withTeam
                  label="Increases that wait for your decision"
                  increases={mine}
                  onDecided={onDecided}
                />
              </Section>
            )}
            {others.length > 0 && (
              <Section title="Waits for others">
                <IncreasesList
                  withTeam
                  label="Increases that wait for others"
                  increases={others}
                  onDecided={onDecided}
                />
              </Section>
            )}
          </>
        );
      }}
    </LoadedPart>
  );
};
