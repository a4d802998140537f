import type { PortalRecord, Property, PropertyGroup } from '../portal-types.ts';

/** What a seller looks at first, in this order. */
const ABOUT = {
  deals: {
    label: 'About this deal',
    names: [
      'amount',
      'closedate',
      'dealstage',
      'hubspot_owner_id',
      'hs_manual_forecast_category',
      'hs_next_step',
    ],
  },
  contacts: {
    label: 'About this contact',
    names: ['email', 'phone', 'jobtitle', 'company', 'hubspot_owner_id', 'lifecyclestage'],
  },
} as const;

/** The group that the app creates. */
const APP_GROUP = 'sideline';

export interface ArrangedGroup extends PropertyGroup {
  /** Shown at once; the others wait behind their heading. */
  readonly open: boolean;
}

/** A record's groups as its page shows them: the few that matter first, then the app's own, then the portal's others. */
export function arrangeGroups(record: PortalRecord): ArrangedGroup[] {
  const all = record.groups.flatMap((group) => group.properties);
  const { label, names } = ABOUT[record.kind];
  const about = names
    .map((name) => all.find((property) => property.name === name))
    .filter((property): property is Property => property !== undefined);
  const others = record.groups.map((group) => ({
    ...group,
    properties: group.properties.filter((property) => !about.includes(property)),
    open: group.name === APP_GROUP,
  }));
  return [
    { name: 'about', label, properties: about, open: true },
    ...others.filter((group) => group.open),
    ...others.filter((group) => !group.open),
  ].filter((group) => group.properties.length > 0);
}
