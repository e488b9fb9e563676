import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import type { Period } from '../../components/filters';
import { AlertsTile } from './AlertsTile';
import { BudgetTile } from './BudgetTile';
import { CostsNotes } from './CostsNotes';
import { ForecastTile } from './ForecastTile';
import { SpentTile } from './SpentTile';
import { Tiles } from './Tile';

/** What do we spend, where is it heading, and does somebody have to act? */
export const CostsAnswer = (props: {
  overview: CostOverview;
  period: Period;
}) => (
  <section aria-label="The answer">
    <Tiles>
      <SpentTile overview={props.overview} period={props.period} />
      <ForecastTile forecast={props.overview.forecast} />
      <BudgetTile overview={props.overview} />
      <AlertsTile alerts={props.overview.alerts} />
    </Tiles>
    <CostsNotes overview={props.overview} />
  </section>
);
