import * as z from 'zod';
import { id } from './fields.ts';

/** A record at the other end of an association; how many kinds of association lead to it does not matter here. */
export const associated = z.object({ toObjectId: id }).transform(({ toObjectId }) => toObjectId);
