export type { InstallDependencies } from './dependencies.ts';
export { mayWrite, provisionProperties } from './provision-properties.ts';
export { installRouter } from './routes.ts';
export { createSealer, type Sealer } from './seal.ts';
export { forPortal, listConnectedPortals } from './store.ts';
export { storedTokens } from './token-source.ts';
