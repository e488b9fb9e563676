export { AlertList } from './AlertList';
export { AlertsSection } from './AlertsSection';
export { RULE_WORDS, RULES, TIER_WORDS, TIERS } from './alertWords';
