/** A quiet spinner with its words. */
export function Loading({ label }: { label: string }) {
  return (
    <div className="page-state" role="status">
      <span className="spinner" aria-hidden="true" />
      {label}
    </div>
  );
}
