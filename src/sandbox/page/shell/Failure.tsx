/** What went wrong in words, and the way on. */
export function Failure({ message, retry }: { message: string; retry?: () => void }) {
  return (
    <div className="page-state" role="alert">
      <strong>This did not work</strong>
      <span>{message}</span>
      {retry && (
        <button className="button" type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
