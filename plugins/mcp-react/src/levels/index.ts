export { LEVELS } from './levels';
export { LevelWord } from './LevelWord';
