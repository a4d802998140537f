import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The directory `cacheDir/name`, filled by `build` unless it is there already. The build goes to a directory beside it
 * that is renamed when whole, so that a killed build leaves nothing half, and two at once end with one of them.
 */
export async function buildOnce(
  cacheDir: string,
  name: string,
  build: (directory: string) => Promise<void>,
): Promise<string> {
  const wanted = join(cacheDir, name);
  if (await isThere(wanted)) return wanted;
  await mkdir(cacheDir, { recursive: true });
  const fresh = await mkdtemp(join(cacheDir, `${name}.building-`));
  try {
    await build(fresh);
    await rename(fresh, wanted);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (await isThere(wanted)) return wanted;
    throw error;
  }
  return wanted;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
