/** What an answer's body may hold, as far as the tests look into it; a body holds only a part of it. */
export interface AnswerBody {
  readonly [member: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly status: string;
  readonly message: string;
  readonly category: string;
  readonly error: string;
  readonly code: string;
  readonly correlationId: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly propertiesWithHistory: Readonly<Record<string, readonly { readonly value: string }[]>>;
  readonly results: readonly AnswerBody[];
  readonly errors: readonly AnswerBody[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly modificationMetadata: { readonly readOnlyValue: boolean };
  readonly paging: { readonly next: { readonly after: string } };
  readonly total: number;
  readonly numErrors: number;
  readonly new: boolean;
  readonly conversionRate: number;
  readonly access_token: string;
  readonly refresh_token: string;
}
