import type { RecordKind } from '../../page/portal-types.ts';
import { contactType, dealType, type ObjectType } from '../objects/object-types.ts';

/** The objects whose records have a page, by HubSpot's plural. */
export const pagedTypes: Readonly<Record<RecordKind, ObjectType>> = {
  deals: dealType,
  contacts: contactType,
};

export const pagedKinds = Object.keys(pagedTypes) as RecordKind[];
