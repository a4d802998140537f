import type { PortalApp } from '../portal-app.ts';
import type { ChangeSource } from './stored-record.ts';

/** How a write by the app is remembered. */
export function appSource(app: PortalApp): ChangeSource {
  return {
    sourceType: 'INTEGRATION',
    sourceId: String(app.appId),
    sourceLabel: app.name,
    updatedByUserId: null,
  };
}

/** How an edit by a person in HubSpot's own pages is remembered. */
export function personSource(userId: number): ChangeSource {
  return {
    sourceType: 'CRM_UI',
    sourceId: `userId:${userId}`,
    sourceLabel: 'CRM UI',
    updatedByUserId: userId,
  };
}
