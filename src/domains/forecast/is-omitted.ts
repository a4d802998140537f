/** HubSpot's value for deals that somebody took out of the forecast by hand ("Not forecasted"). */
export const omittedCategory = 'OMIT';

export function isOmitted({ forecastCategory }: { readonly forecastCategory: string | null }): boolean {
  return forecastCategory === omittedCategory;
}
