import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { parse } from 'yaml';
import { readEnvironment, variableNames } from '../src/config.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly build?: string;
  readonly stop_grace_period?: string;
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const ours = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);

/** Instructions of a Dockerfile, continued lines joined, comments left out. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [name = '', ...rest] = line.split(' ');
    return { name, text: rest.join(' ') };
  });
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const textsOf = (name: string) => lastStage.filter((each) => each.name === name).map(({ text }) => text);

describe('the image', () => {
  test('is made of two stages on the Node that the project runs on, and runs as nobody in particular', () => {
    const stages = instructions.filter(({ name }) => name === 'FROM').map(({ text }) => text);
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(/^node:24-/);
    expect(textsOf('USER')).toEqual(['node']);
    const order = lastStage.map(({ name }) => name);
    expect(order.lastIndexOf('COPY')).toBeLessThan(order.indexOf('USER'));
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  test('every file that it copies is there and is let through to the build', () => {
    const sources = instructions
      .filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from'))
      .flatMap(({ text }) => text.split(' ').slice(0, -1));
    expect(sources).toContain('src');
    const letThrough = read('.dockerignore').match(/(?<=^!).+$/gm) ?? [];
    expect([...new Set(sources)].sort()).toEqual([...letThrough].sort());
    for (const source of sources) expect([source, existsSync(join(root, source))]).toEqual([source, true]);
  });

  test('what the service reads beside its sources is in the image', () => {
    // Everything that a source of the service names by a path of the project must have been copied.
    const outside = globSync('src/**/*.ts', { cwd: root })
      .filter((path) => !path.startsWith('src/sandbox/'))
      .flatMap((path) => read(path).match(/new URL\('(\.\.\/[^']+)', import\.meta\.url\)/g) ?? []);
    expect(outside.join()).toContain('app.json');
    for (const each of outside) expect(each).toMatch(/app\.json|sandbox\/main\.ts/);
  });

  test('it starts the service, and asks it for its health without a tool of its own', () => {
    const [command = '[]'] = textsOf('CMD');
    const started = JSON.parse(command) as string[];
    expect(started.slice(-2)).toEqual(['src/cli.ts', 'start']);
    expect(statSync(join(root, 'src/cli.ts')).isFile()).toBe(true);
    const [check = ''] = textsOf('HEALTHCHECK');
    const asked = JSON.parse(check.slice(check.indexOf('['))) as string[];
    expect(asked[0]).toBe('node');
    expect(() => new Script(asked[2] ?? '')).not.toThrow();
    expect(asked[2]).toContain('/health');
  });
});

describe('the compose file', () => {
  test('has a database, two that answer and two that work', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'web', 'worker']);
    expect(ours.map(([, { environment }]) => environment?.['SIDELINE_ROLE'])).toEqual(['web', 'worker']);
    for (const [, service] of ours) {
      expect(service.depends_on).toHaveProperty('database');
      expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThan(35);
    }
  });

  test.each(ours)(
    '%s gets exactly variables that the service knows, and all that it needs',
    (_name, { environment = {} }) => {
      expect(Object.keys(environment).filter((name) => !variableNames.includes(name))).toEqual([]);
      const filled = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, examples[name] ?? String(value)]),
      );
      expect(readEnvironment(filled)).toMatchObject({
        kind: 'live',
        config: { role: environment['SIDELINE_ROLE'] },
      });
    },
  );

  test('holds no secret: each comes from outside, and its absence is an error', () => {
    const values = Object.values(compose.services).flatMap(({ environment = {} }) =>
      Object.entries(environment),
    );
    for (const [name, value] of values.filter(([name]) => /SECRET|KEYS|PASSWORD|DATABASE_URL/.test(name))) {
      expect([name, String(value)]).toEqual([name, expect.stringMatching(/\$\{\w+:\?/)]);
    }
  });
});

test('docs/operations.md names every variable', () => {
  const operations = read('docs/operations.md');
  const documented = operations.match(/(?<=^\| `)[A-Z_]+(?=`\s+\| (yes|no))/gm) ?? [];
  expect([...documented].sort()).toEqual([...variableNames].sort());
});

/** What stands in the environment of a machine that runs it. */
const examples: Readonly<Record<string, string>> = {
  HUBSPOT_CLIENT_ID: 'client',
  HUBSPOT_CLIENT_SECRET: 'example',
  HUBSPOT_APP_ID: '77',
  SIDELINE_PUBLIC_URL: 'https://sideline.example',
  SIDELINE_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  DATABASE_URL: 'postgresql://sideline:example@database:5432/sideline',
};
