/** What a route answers. An error body gets its correlation id where it is sent. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly in?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

export interface Refusal {
  readonly message: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errors?: readonly ErrorDetail[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly links?: Readonly<Record<string, string>>;
}

export function answer(status: number, body?: unknown, headers?: Answer['headers']): Answer {
  return { status, ...(body !== undefined && { body }), ...(headers && { headers }) };
}

/** An answer in HubSpot's error envelope. */
export function refuse(status: number, refusal: Refusal, headers?: Answer['headers']): Answer {
  return answer(status, { status: 'error', ...refusal }, headers);
}

export function invalid(message: string, errors?: readonly ErrorDetail[]): Answer {
  return refuse(400, { message, category: 'VALIDATION_ERROR', ...(errors && { errors }) });
}

/** HubSpot's answer for a numeric id that nothing has: it carries no category. */
export const notFound: Answer = refuse(404, { message: 'resource not found' });
