import fc from 'fast-check';
import * as z from 'zod/mini';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: Schema | boolean;
}

/** What stands in a field whose name ends in `Id` or `Ids`; without it anything that fits the schema. */
export interface Wishes {
  readonly ids?: fc.Arbitrary<string>;
}

/** Inputs that fit a route's schema, made from the schema itself, so that a new route needs nothing here. */
export function arbitraryInput(schema: z.ZodMiniType, wishes: Wishes = {}): fc.Arbitrary<unknown> {
  return from(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, wishes, '');
}

/** Whether an input names any thing by its id. */
export function namesThings(schema: z.ZodMiniType): boolean {
  return /"[^"]*(Id|Ids|\bid|\bids)":\{/.test(
    JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
  );
}

const isId = (name: string): boolean => /(^id|Id|^ids|Ids)$/.test(name);

function from(schema: Schema, wishes: Wishes, name: string): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => from(each, wishes, name)));
  if (schema.allOf) return from(Object.assign({}, ...schema.allOf) as Schema, wishes, name);
  switch (schema.type) {
    case 'object':
      return object(schema, wishes);
    case 'array':
      return fc.array(from(schema.items ?? {}, wishes, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1_000, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return text(schema, wishes, name);
    default:
      return fc.jsonValue();
  }
}

function object({ properties = {}, required = [], additionalProperties }: Schema, wishes: Wishes) {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, from(each, wishes, name)])),
    { requiredKeys: [...required] },
  );
  return typeof additionalProperties === 'object' && Object.keys(properties).length === 0
    ? fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), from(additionalProperties, wishes, ''), {
        maxKeys: 3,
      })
    : known;
}

function text(schema: Schema, { ids }: Wishes, name: string): fc.Arbitrary<string> {
  if (ids && isId(name)) return ids;
  if (schema.format === 'date') {
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  }
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern), { size: 'small' });
  const { minLength = 0, maxLength = minLength + 20 } = schema;
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 20) });
}
