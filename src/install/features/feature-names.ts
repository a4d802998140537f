/** The optional features, as `app.json` calls them. */
export const featureNames = {
  writing: 'Numbers as deal properties',
  goals: 'Quotas from HubSpot goals',
  splits: 'Deal splits',
  currencies: 'Several currencies',
  people: 'People and teams',
  tasks: 'Coaching actions as HubSpot tasks',
  superAdmins: 'Ops by super admins',
} as const;

/** `'Deal splits'` is `'deal-splits'`. */
export function idOfFeature(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
