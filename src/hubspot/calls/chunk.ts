/** The most inputs that HubSpot takes in one batch of records. */
export const batchSize = 100;

/** Cuts a list into pieces that fit into a batch. */
export function chunk<Item>(items: readonly Item[], size: number = batchSize): readonly (readonly Item[])[] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
