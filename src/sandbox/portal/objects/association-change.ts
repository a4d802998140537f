import type { ObjectType } from './object-types.ts';
import type { ChangeSource } from './stored-record.ts';

/** An association seen from one of its ends; each change is told from both. */
export interface AssociationChange {
  readonly from: ObjectType;
  readonly fromId: string;
  readonly to: ObjectType;
  readonly toId: string;
  readonly removed: boolean;
  readonly primary: boolean;
  readonly source: ChangeSource;
  readonly at: string;
}
