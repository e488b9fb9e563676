import type { Alert } from '@mcp-portal/plugin-mcp-cost-common';
import {
  Fact,
  Facts,
  OnDemand,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { Money } from '../money';
import { factWord } from './alertWords';

const NANOS = /Nanos$/;

/** What the rule compared; drawn when somebody asks. */
export const AlertFacts = ({ alert }: { alert: Alert }) => {
  const facts = Object.entries(alert.facts);
  return facts.length === 0 ? null : (
    <OnDemand show="What was compared" hide="Hide what was compared">
      <Facts>
        {facts.map(([name, value]) => (
          <Fact key={name} name={factWord(name.replace(NANOS, ''))}>
            {NANOS.test(name) ? (
              <Money nanos={String(value)} />
            ) : (
              <>{typeof value === 'number' ? shownNumber(value) : value}</>
            )}
          </Fact>
        ))}
      </Facts>
    </OnDemand>
  );
};
