import { copyOwner, shiftId } from '../../enlarge-seed.ts';
import type { SeedCopies } from '../../seed.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';

/** How the records of a large portal follow from templates: number `k` is copy `k % count` of template `k / count`. */
export interface CopyPlan extends SeedCopies {
  /** No copied record has a smaller id. */
  readonly firstId: string;
}

/** Ids have gaps, as a shared sequence leaves them, yet tell the number of their record. */
const idsPerRecord = 37;

const ownerProperties = ['hubspot_owner_id', 'hs_all_owner_ids', 'hs_all_deal_split_owner_ids'];
const teamProperties = ['hubspot_team_id'];

/** What differs between copies of one template beside the id. */
export const copiedProperties: ReadonlySet<string> = new Set([
  'hs_object_id',
  ...ownerProperties,
  ...teamProperties,
]);

export function idOfCopy(plan: CopyPlan, k: number): string {
  return String(Number(plan.firstId) + k * idsPerRecord + gap(k));
}

/** The number of the record with that id; -1 when no copied record has it. */
export function numberOfCopy(plan: CopyPlan, id: string): number {
  const k = Math.floor((Number(id) - Number(plan.firstId)) / idsPerRecord);
  return k >= 0 && k < plan.deals && idOfCopy(plan, k) === id ? k : -1;
}

/** The first record number whose id is above `id`. */
export function numberAfter(plan: CopyPlan, id: string): number {
  const guess = Math.floor((Number(id) - Number(plan.firstId)) / idsPerRecord);
  let k = Math.min(plan.deals, Math.max(0, guess));
  while (k < plan.deals && Number(idOfCopy(plan, k)) <= Number(id)) k += 1;
  return k;
}

/** The id after the last one that the plan may hand out. */
export function idAfterCopies(plan: CopyPlan): string {
  return String(Number(plan.firstId) + plan.deals * idsPerRecord);
}

export function copyOfTemplate(plan: CopyPlan, template: StoredRecord, k: number): StoredRecord {
  const id = idOfCopy(plan, k);
  const history = { ...template.history };
  const owners = history['hubspot_owner_id'];
  if (owners) {
    history['hubspot_owner_id'] = owners.map((version) => ({
      ...version,
      value: valueInCopy(plan, 'hubspot_owner_id', version.value, k),
    }));
  }
  const calculated: Record<string, string> = { ...template.calculated, hs_object_id: id };
  for (const name of copiedProperties) {
    const value = calculated[name];
    if (value && name !== 'hs_object_id') calculated[name] = valueInCopy(plan, name, value, k);
  }
  return { ...template, id, history, calculated };
}

/** The current value of a property in record number `k`, without making the whole record. */
export function valueOfCopy(plan: CopyPlan, template: StoredRecord, name: string, k: number): string | null {
  const value = currentValue(template, name);
  return value === null ? null : valueInCopy(plan, name, value, k);
}

function valueInCopy(plan: CopyPlan, name: string, value: string, k: number): string {
  const copy = k % plan.count;
  if (name === 'hs_object_id') return idOfCopy(plan, k);
  if (copy === 0 || value === '') return value;
  if (teamProperties.includes(name)) return shiftId(value, copy * plan.teamStride);
  if (!ownerProperties.includes(name)) return value;
  return value
    .split(';')
    .map((ownerId) => copyOwner(ownerId, copy, plan))
    .join(';');
}

function gap(k: number): number {
  return (Math.imul(k, 2_654_435_761) >>> 0) % idsPerRecord;
}
