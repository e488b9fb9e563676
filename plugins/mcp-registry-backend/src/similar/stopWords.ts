/**
 * English words that say nothing of a purpose, as the search cuts them (`don't`
 * is `don` and `t`), and those that any server is asked for with.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a about above after again against all also although always am an and any',
    'are as at be because been before being below between both but by can cannot',
    'could did do does doing done don down during each either else etc ever every',
    'few for from further get gets give gives given go goes got had has have',
    'having he her here hers him his how however i if in into is it its itself',
    'just kind let lets like lot ll m made make makes making many may me might',
    'more most much must my myself need needed needs neither no nor not now of',
    'off often on once one ones only onto or other others ought our ours out over',
    'own per please put re s same shall she should since so some something',
    'somehow someone soon still such sure t than that the their theirs them then',
    'there these they thing things this those though through to together too',
    'toward towards until up upon us use used useful user users uses using ve very',
    'via want wanted wants was way we well were what whatever when where whether',
    'which while who whole whom whose why will with within without would yet you',
    'your yours able allow allows enable enables help helps new server',
    'servers mcp tool tools agent agents ai assistant assistants llm',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Words that many purposes begin or go on with, whatever they are about. In a
 * small organisation they may be rare, and still say little.
 */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  [
    'access add answer ask call change check collect data detail display edit',
    'explain fetch find handle information info keep know list look lookup manage',
    'process provide query question read receive request result return run save',
    'search send set show simple tell time update work write',
  ]
    .join(' ')
    .split(' '),
);
