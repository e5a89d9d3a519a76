// biome-ignore-all lint/performance/noBarrelFile: it is what makes one file of them.
/**
 * The commands that are run seldom, in one file of dist/: what is run often, and by scripts (`models list`, `config get`,
 * `config path`, completion), starts without them.
 */
export { configUndo } from './config/undo.ts';
export { configValidate } from './config/validate.ts';
export {
  modelsAliasesAdd,
  modelsAliasesList,
  modelsAliasesRemove,
} from './models/aliases.ts';
export { modelsBench } from './models/bench/bench.ts';
export {
  modelsFallbacksAdd,
  modelsFallbacksClear,
  modelsFallbacksList,
  modelsFallbacksRemove,
} from './models/fallbacks.ts';
export { modelsRefresh } from './models/refresh.ts';
export { modelsSet } from './models/set.ts';
export { modelsStatus } from './models/status/status.ts';
export { onboard } from './onboard.ts';
