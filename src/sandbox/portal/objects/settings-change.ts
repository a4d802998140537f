import type { ObjectType } from './object-types.ts';
import type { ChangeSource } from './stored-record.ts';

/** Something of the portal other than a record's values has changed. */
export interface SettingsChange {
  readonly kind:
    | 'property created'
    | 'property changed'
    | 'property deleted'
    | 'property restored'
    | 'group created'
    | 'group changed'
    | 'group deleted'
    | 'pipeline changed'
    | 'splits changed'
    | 'rule added'
    | 'rule dropped'
    | 'person changed';
  readonly type: ObjectType;
  /** The property, group, pipeline, rule or person; of splits the deal. */
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: ChangeSource;
  readonly at: string;
}
