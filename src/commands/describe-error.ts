/** An error as it may stand in a log. */
export interface DescribedError {
  readonly type: string;
  /** What was said, without what could be a value of somebody's. */
  readonly message: string;
  /** PostgreSQL's or Node's code, where there is one. */
  readonly code?: string;
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
}

const CAUSES = 3;

/**
 * Makes an error fit for the log. HubSpot and PostgreSQL quote values in their messages (an address that is no address, a key that
 * is there already), and details and parameters hang on the error itself: addresses, quoted words, numbers and long codes are
 * cut out of the message, and of the rest only type, code and places in our code are kept.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] };
  const code: unknown = Reflect.get(error, 'code');
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) && { code }),
    stack: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
    ...(error.cause instanceof Error && depth < CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

export function withoutValues(text: string): string {
  return text
    .replace(/[^\s"'<>(),;=]+@[^\s"'<>(),;]+/g, '[address]')
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<!\w)'[^']*'/g, '[quoted]')
    .replace(/\([^()]*\)=\([^()]*\)/g, '[key]')
    .replace(/(?<!\w)\d[\d.,]{3,}/g, '[number]')
    .replace(/[\w+/=-]{24,}/g, '[code]');
}
