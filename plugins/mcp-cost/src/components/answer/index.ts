export { BudgetTile } from './BudgetTile';
export { ForecastTile } from './ForecastTile';
export { SpentTile } from './SpentTile';
export { Tile, Tiles } from './Tile';
