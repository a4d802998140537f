/** Who reports to whom, and since when. */
export type Reports = ReadonlyMap<string, { readonly managerId: string | null; readonly since: Date }>;

/** What ops said about people, as who reports to whom. */
export function mapReports(
  settings: readonly {
    readonly ownerId: string;
    readonly managerId: string | null;
    readonly managerSince: Date;
  }[],
): Reports {
  return new Map(
    settings.map(({ ownerId, managerId, managerSince }) => [ownerId, { managerId, since: managerSince }]),
  );
}
