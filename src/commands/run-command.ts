import { parseArgs } from 'node:util';
import { start } from './start.ts';

const help = `Usage: sideline <command> [options]

  start             serve Sideline; without HubSpot credentials, beside a sandbox portal

Options of start, for the sandbox
  --data DIR        where everything is kept (.sideline)
  --fresh           begin again
  --port N          first port to try (7300; the portal takes one from N + 100 on)
  --deals FILE      a deal export of your own instead of the invented company (docs/csv.md)
  --stages FILE     its stage history
  --quotas FILE     quotas
  --people FILE     people, teams and managers
  --today DATE      the business date, YYYY-MM-DD
  --time-zone ZONE  the zone in which the files' times are meant
`;

/** Runs one command line and answers with the exit code. Faults of the user come out as one sentence, not as a stack. */
export async function runCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: '.sideline' },
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: '7300' },
        deals: { type: 'string' },
        stages: { type: 'string' },
        quotas: { type: 'string' },
        people: { type: 'string' },
        today: { type: 'string' },
        'time-zone': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [command] = positionals;
    if (values.help || command === undefined) {
      process.stdout.write(help);
      return 0;
    }
    if (command !== 'start') throw new Error(`There is no command ${command}. See sideline --help.`);
    const portalFlags = (['deals', 'stages', 'quotas', 'people', 'today', 'time-zone'] as const).flatMap(
      (name) => {
        const value = values[name];
        return value === undefined ? [] : [`--${name}`, value];
      },
    );
    await start({ data: values.data, fresh: values.fresh, port: readPort(values.port), portalFlags });
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_000)
    throw new Error(`--port ${text} is no port number.`);
  return port;
}
