import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';
import {
  BudgetTile,
  ForecastTile,
  SpentTile,
  Tiles,
} from '../../components/answer';
import type { Period } from '../../components/filters';
import { AlertsTile } from './AlertsTile';
import { CostsNotes } from './CostsNotes';

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
