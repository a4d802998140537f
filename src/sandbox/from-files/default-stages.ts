/** HubSpot's own sales stages and their probabilities: a pipeline made only of these keeps them. */
export const DEFAULT_STAGES: ReadonlyMap<string, string> = new Map([
  ['appointment scheduled', '0.2'],
  ['qualified to buy', '0.4'],
  ['presentation scheduled', '0.6'],
  ['decision maker bought-in', '0.8'],
  ['contract sent', '0.9'],
]);
