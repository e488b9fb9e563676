export { FORECAST_HISTORY_DAYS, forecastMonth } from './forecastMonth';
export type { DayCost, MonthForecast } from './forecastMonth';
export { monthOf } from './Month';
export type { Month } from './Month';
export { runsOutOn } from './runsOutOn';
