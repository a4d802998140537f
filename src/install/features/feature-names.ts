/** The optional features, as `app.json` calls them. */
export const featureNames = {
  writing: 'Numbers as deal properties',
  goals: 'Quotas from HubSpot goals',
  splits: 'Deal splits',
  currencies: 'Several currencies',
  people: 'People and teams',
} as const;
