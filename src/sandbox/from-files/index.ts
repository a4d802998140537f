export { portalFromFiles } from './portal-from-files.ts';
export type { FilesPortalOptions } from './portal-from-files.ts';
export type { FileReport, FilesReport } from './report.ts';
