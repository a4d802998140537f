import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { manifestSchema, type Manifest } from './manifest.ts';

/** Reads and checks app.json; throws with every fault and its place, because nothing works without it. */
export function readManifest(path: string): Manifest {
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not a manifest:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
