export { openSettings, type Settings } from './service.ts';
export { settingsRoutes } from './routes.ts';
