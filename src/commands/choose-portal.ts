import type { Sideline } from '../compose.ts';
import { listConnectedPortals } from '../install/index.ts';

/** The portal that was asked for, or the only one; throws with the choices otherwise. */
export async function choosePortal(sideline: Sideline, asked: number | null): Promise<number> {
  const connected = await listConnectedPortals(sideline.database.db);
  const [only] = connected;
  if (asked !== null && connected.includes(asked)) return asked;
  if (asked === null && only !== undefined && connected.length === 1) return only;
  throw new Error(
    connected.length === 0
      ? 'No portal is connected yet.'
      : `Say with --portal which one you mean: ${connected.join(', ')}.`,
  );
}
