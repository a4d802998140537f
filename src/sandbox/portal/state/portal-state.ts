import type { SeedAccount, SeedExchangeRate, SeedPipeline, SeedTeam, SeedUser } from '../../seed.ts';
import type { PropertyDefinition, PropertyGroup } from '../definitions/property-definition.ts';
import { dealType, type ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import type { WriteRule } from '../objects/write-rules.ts';
import type { AccessGrant, AuthorizationCode, Installation } from '../oauth/grants.ts';
import type { PendingEvent } from '../webhooks/webhook-event.ts';
import type { CopyPlan } from './copy-plan.ts';
import { openAssociations, type Associations, type Link } from './associations.ts';
import { openCopiedSplits } from './copied-splits.ts';
import type { DealSplit } from './deal-split.ts';
import type { Shelf, Storage } from './open-storage.ts';
import { openRecordShelf, type RecordShelf } from './record-shelf.ts';

/** Everything that a portal remembers. */
export interface PortalState {
  readonly account: SeedAccount;
  /** When the portal was made, by the business clock. */
  readonly createdAt: string;
  /** What the company's ops would hand to Sideline itself. */
  readonly setup: { readonly peopleCsv: string | null; readonly quotasCsv: string | null };
  records(type: ObjectType): RecordShelf;
  definitions(type: ObjectType): Shelf<PropertyDefinition>;
  groups(type: ObjectType): Shelf<PropertyGroup>;
  /** By owner id. */
  readonly people: Shelf<SeedUser>;
  readonly teams: Shelf<SeedTeam>;
  readonly pipelines: Shelf<SeedPipeline>;
  readonly exchangeRates: Shelf<SeedExchangeRate>;
  /** By deal id. */
  readonly splits: Pick<Shelf<readonly DealSplit[]>, 'get' | 'put' | 'remove'>;
  readonly associations: Associations;
  /** Rules that an admin of the portal has set for what is written; see `writeFaults`. */
  readonly writeRules: Shelf<WriteRule>;
  /** By the id of a record that a merge has absorbed: the id of the one that it went up in. */
  mergedInto(type: ObjectType): Shelf<string>;
  readonly codes: Shelf<AuthorizationCode>;
  readonly accessTokens: Shelf<AccessGrant>;
  /** By refresh token. */
  readonly installations: Shelf<Installation>;
  readonly pendingEvents: Shelf<PendingEvent>;
  readonly storage: Storage;
  /** Ids grow and are never used twice. */
  nextId(): string;
}

export interface PortalBirth {
  readonly account: SeedAccount;
  readonly createdAt: string;
  readonly setup: PortalState['setup'];
  readonly firstFreeId: string;
  /** Set when the deals are copies of templates. */
  readonly copies: CopyPlan | null;
}

/** Deals of which the portal's deals are copies; empty without a plan. */
export function dealTemplates(storage: Storage): Shelf<StoredRecord> {
  return storage.shelf(`template ${dealType.typeId}`);
}

const birthKey = 'portal';

/** Reads what `storage` holds; null when no portal has been made in it yet. */
export function readPortalState(storage: Storage): PortalState | null {
  const birth = storage.shelf<PortalBirth>('birth').get(birthKey);
  if (!birth) return null;
  const counter = storage.shelf<string>('counter');
  const copies = birth.copies && { plan: birth.copies, templates: dealTemplates(storage).values() };
  const opened = new Map<ObjectType, RecordShelf>();
  const records = (type: ObjectType): RecordShelf => {
    const known =
      opened.get(type) ??
      openRecordShelf({
        held: storage.shelf(`record ${type.typeId}`),
        removed: storage.shelf(`removed ${type.typeId}`),
        copies: type === dealType ? copies : null,
      });
    opened.set(type, known);
    return known;
  };
  return {
    account: birth.account,
    createdAt: birth.createdAt,
    setup: birth.setup,
    records,
    definitions: (type) => storage.shelf(`property ${type.typeId}`),
    groups: (type) => storage.shelf(`group ${type.typeId}`),
    people: storage.shelf('person'),
    teams: storage.shelf('team'),
    pipelines: storage.shelf('pipeline'),
    exchangeRates: storage.shelf('exchange rate'),
    splits: openCopiedSplits(storage.shelf('splits'), copies),
    associations: openAssociations(storage.shelf<readonly Link[]>('association'), copies),
    writeRules: storage.shelf('write rule'),
    mergedInto: (type) => storage.shelf(`merged ${type.typeId}`),
    codes: storage.shelf('authorization code'),
    accessTokens: storage.shelf('access token'),
    installations: storage.shelf('installation'),
    pendingEvents: storage.shelf('pending event'),
    storage,
    nextId() {
      const id = counter.get('next') ?? birth.firstFreeId;
      counter.put('next', String(BigInt(id) + 1n));
      return id;
    },
  };
}

/** Founds a portal in an empty storage. */
export function foundPortal(storage: Storage, birth: PortalBirth): PortalState {
  storage.shelf<PortalBirth>('birth').put(birthKey, birth);
  const state = readPortalState(storage);
  if (!state) throw new Error('a portal that was just founded cannot be read back');
  return state;
}
