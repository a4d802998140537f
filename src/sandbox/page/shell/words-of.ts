/** What a caught value says; HTTP and script failures alike are Errors, anything else is written as it is. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
