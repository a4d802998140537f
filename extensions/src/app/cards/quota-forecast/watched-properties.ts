/** The card asks again when one of these changes: what Sideline computes from, and what it has written. */
export const watchedProperties = [
  'amount',
  'closedate',
  'dealstage',
  'pipeline',
  'hubspot_owner_id',
  'dealname',
  'sideline_win_probability',
  'sideline_forecast_amount',
  'sideline_quota',
  'sideline_attainment',
  'sideline_gap',
  'sideline_deal_adds',
  'sideline_period',
  'sideline_basis',
  'sideline_as_of',
  'sideline_currency',
];
