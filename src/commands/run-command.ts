import { parseArgs } from 'node:util';
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
  'time-zone': { type: 'string' },
  portal: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What the sandbox reads of its own accord. */
const portalFlagNames = ['deals', 'stages', 'quotas', 'people', 'today', 'time-zone'] as const;

/** Runs one command line and answers with the exit code. Faults of the user come out as one sentence, not as a stack. */
export async function runCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { positionals, values } = parseArgs({ args: [...commandLine], allowPositionals: true, options });
    const [command = 'help'] = positionals;
    const sandbox = {
      data: values.data,
      fresh: values.fresh,
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
    } else if (command === 'standings') {
      await withSideline(sandbox, standings);
    } else if (command === 'import') {
      if (values.deals !== undefined || values.stages !== undefined) throw new Error(dealsAreHubSpots);
      await withSideline(sandbox, (sideline) =>
        importIntoPortal(sideline, {
          people: values.people ?? null,
          quotas: values.quotas ?? null,
          portalId: values.portal === undefined ? null : readNumber('portal', values.portal),
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

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} ${text} is no number.`);
  return number;
}
