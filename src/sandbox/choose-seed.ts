import { readFileSync } from 'node:fs';
import { startOfLocalDate, type LocalDate } from '../kernel/period.ts';
import { makeCompany } from './company/index.ts';
import type { SandboxConfig, SandboxFiles } from './config.ts';
import { describeFiles } from './describe-files.ts';
import { enlargeSeed } from './enlarge-seed.ts';
import { portalFromFiles } from './from-files/index.ts';
import type { PortalSeed } from './seed.ts';

/** What a new portal is filled with, and the moment of its business clock. */
export interface ChosenSeed {
  readonly startingAt: Date;
  readonly seed: PortalSeed;
  /** What the user should know of their files, a line each. */
  readonly notes: readonly string[];
}

/** The working day is mostly over: what happened on the business date has happened. */
const HOUR_OF_DAY = 18;

/** Reads the user's files, or a prepared seed, or invents the company. Throws where a file cannot be used at all. */
export function chooseSeed({ files, seedFile, today, size }: SandboxConfig, now: Date): ChosenSeed {
  if (files !== null) return fromFiles(files, today, now);
  const startingAt = today === null ? now : evening(today, 'UTC');
  const seed =
    seedFile === null
      ? makeCompany({ now: startingAt })
      : (JSON.parse(readFileSync(seedFile, 'utf8')) as PortalSeed);
  return { startingAt, seed: size === null ? seed : enlargeSeed(seed, size), notes: [] };
}

function fromFiles(files: SandboxFiles, today: LocalDate | null, now: Date): ChosenSeed {
  const read = (path: string | null) => (path === null ? null : readFileSync(path, 'utf8'));
  const texts = { stages: read(files.stages), quotas: read(files.quotas), people: read(files.people) };
  const { timeZone } = files;
  const deals = readFileSync(files.deals, 'utf8');
  const make = (on: Date | null) => portalFromFiles({ deals, ...texts, timeZone, today: on });
  const wanted = make(today === null ? null : evening(today, timeZone));
  // A close date far ahead must not move the portal into the future: then it is made as of now.
  const { seed, report } = wanted.report.today > now ? make(now) : wanted;
  const unusable = report.deals.problems.find((problem) => problem.kind === 'file');
  if (unusable) throw new Error(`${files.deals}: ${unusable.reason}`);
  return { startingAt: report.today, seed, notes: describeFiles(report) };
}

function evening(day: LocalDate, timeZone: string): Date {
  return new Date(startOfLocalDate(day, timeZone).getTime() + HOUR_OF_DAY * 3_600_000);
}
