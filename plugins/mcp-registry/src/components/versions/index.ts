export { VersionsRoutes } from './VersionsRoutes';
export { VersionsView } from './VersionsView';
export { ActorName } from './ActorName';
export { ClassCounts } from './ClassCounts';
export { ClassWord } from './ClassWord';
export { CLASS_LOOKS } from './changeClasses';
export { Replacement } from './Replacement';
export { Sunset } from './Sunset';
export { daysUntil, shownDay } from './sunset';
