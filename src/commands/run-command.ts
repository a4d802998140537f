import { parseArgs } from 'node:util';
import { choose } from './choose.ts';
import { help } from './help.ts';
import { importIntoPortal } from './import.ts';
import { standings } from './standings.ts';
import { start } from './start.ts';
import { sync } from './sync.ts';
import { withSideline } from './with-sideline.ts';

const options = {
  data: { type: 'string', default: '.sideline' },
  fresh: { type: 'boolean', default: false },
  port: { type: 'string', default: '7300' },
  deals: { type: 'string' },
  stages: { type: 'string' },
  quotas: { type: 'string' },
  people: { type: 'string' },
  today: { type: 'string' },
  size: { type: 'string' },
  latency: { type: 'string' },
  'time-zone': { type: 'string' },
  portal: { type: 'string' },
  sharing: { type: 'string' },
  period: { type: 'string' },
  'fiscal-start': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What the sandbox reads of its own accord. */
const portalFlagNames = [
  'deals',
  'stages',
  'quotas',
  'people',
  'today',
  'time-zone',
  'size',
  'latency',
] as const;

/** Runs one command line and answers with the exit code. Faults of the user come out as one sentence, not as a stack. */
export async function runCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { positionals, values } = parseArgs({ args: [...commandLine], allowPositionals: true, options });
    const [command = 'help'] = positionals;
    const sandbox = {
      data: values.data,
      fresh: values.fresh,
      create: command === 'start',
      port: readNumber('port', values.port),
      portalFlags: [] as string[],
    };
    if (values.help || command === 'help') {
      process.stdout.write(help);
    } else if (command === 'start') {
      await start({
        ...sandbox,
        portalFlags: portalFlagNames.flatMap((name) =>
          values[name] === undefined ? [] : [`--${name}`, values[name]],
        ),
      });
    } else if (command === 'sync') {
      await withSideline(sandbox, (sideline) => sync(sideline, { dryRun: values['dry-run'] }));
    } else if (command === 'choose') {
      await withSideline(sandbox, (sideline) =>
        choose(sideline, {
          sharing: values.sharing ?? null,
          period: values.period ?? null,
          fiscalStart: readOptional('fiscal-start', values['fiscal-start']),
          portalId: readOptional('portal', values.portal),
        }),
      );
    } else if (command === 'standings') {
      await withSideline(sandbox, standings);
    } else if (command === 'import') {
      if (values.deals !== undefined || values.stages !== undefined) throw new Error(dealsAreHubSpots);
      await withSideline(sandbox, (sideline) =>
        importIntoPortal(sideline, {
          people: values.people ?? null,
          quotas: values.quotas ?? null,
          portalId: readOptional('portal', values.portal),
        }),
      );
    } else {
      throw new Error(`There is no command ${command}. See sideline --help.`);
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

const dealsAreHubSpots =
  'Deals are not imported into a connected portal: Sideline reads them from HubSpot. Import them there, or use sideline start --deals to try them in a sandbox.';

function readOptional(name: string, text: string | undefined): number | null {
  return text === undefined ? null : readNumber(name, text);
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  const most = name === 'port' ? 65_000 : Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(number) || number < 1 || number > most)
    throw new Error(`--${name} ${text} is no number.`);
  return number;
}
