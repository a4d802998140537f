import type { SeedAccount, SeedExchangeRate, SeedPipeline, SeedTeam, SeedUser } from '../../seed.ts';
import type { PropertyDefinition, PropertyGroup } from '../definitions/property-definition.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import type { AccessGrant, AuthorizationCode, Installation } from '../oauth/grants.ts';
import type { PendingEvent } from '../webhooks/webhook-event.ts';
import type { Shelf, Storage } from './open-storage.ts';

export interface DealSplit {
  readonly id: string;
  readonly ownerId: string;
  readonly percentage: string;
  readonly createdAt: string;
}

/** Everything that a portal remembers. */
export interface PortalState {
  readonly account: SeedAccount;
  /** When the portal was made, by the business clock. */
  readonly createdAt: string;
  /** What the company's ops would hand to Sideline itself. */
  readonly setup: { readonly peopleCsv: string | null; readonly quotasCsv: string | null };
  records(type: ObjectType): Shelf<StoredRecord>;
  definitions(type: ObjectType): Shelf<PropertyDefinition>;
  groups(type: ObjectType): Shelf<PropertyGroup>;
  /** By owner id. */
  readonly people: Shelf<SeedUser>;
  readonly teams: Shelf<SeedTeam>;
  readonly pipelines: Shelf<SeedPipeline>;
  readonly exchangeRates: Shelf<SeedExchangeRate>;
  /** By deal id. */
  readonly splits: Shelf<readonly DealSplit[]>;
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
}

const birthKey = 'portal';

/** Reads what `storage` holds; null when no portal has been made in it yet. */
export function readPortalState(storage: Storage): PortalState | null {
  const birth = storage.shelf<PortalBirth>('birth').get(birthKey);
  if (!birth) return null;
  const counter = storage.shelf<string>('counter');
  return {
    account: birth.account,
    createdAt: birth.createdAt,
    setup: birth.setup,
    records: (type) => storage.shelf(`record ${type.typeId}`),
    definitions: (type) => storage.shelf(`property ${type.typeId}`),
    groups: (type) => storage.shelf(`group ${type.typeId}`),
    people: storage.shelf('person'),
    teams: storage.shelf('team'),
    pipelines: storage.shelf('pipeline'),
    exchangeRates: storage.shelf('exchange rate'),
    splits: storage.shelf('splits'),
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
