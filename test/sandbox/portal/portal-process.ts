import { createPortal } from '../../../src/sandbox/portal/index.ts';
import { tinyApp } from './start-tiny-portal.ts';
import { tinySeed } from './tiny-seed.ts';

// A portal in a process of its own, for tests that kill it.
const portal = await createPortal({ app: tinyApp, file: process.argv[2] ?? null, seed: () => tinySeed });
process.stdout.write(`${portal.origin}\n`);
