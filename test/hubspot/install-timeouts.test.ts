import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

// A process of its own: the dispatcher is set for the whole process, and Jest's own `fetch` stands outside its sandbox.
const program = `
  import { installTimeouts } from ${JSON.stringify(new URL('../../src/hubspot/install-timeouts.ts', import.meta.url))};
  import { openTransport } from ${JSON.stringify(new URL('../../src/hubspot/transport.ts', import.meta.url))};
  installTimeouts({ connect: 10_000, headers: 50, body: 50 });
  const send = openTransport(process.argv[1]);
  const outcomes = [await send({ method: 'GET', path: '/silent' }, null), await send({ method: 'GET', path: '/stuck' }, null)];
  console.log(JSON.stringify(outcomes));
`;

it('cuts off a server that does not answer, and one that stops in the middle', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/stuck') response.writeHead(200, { 'Content-Length': '9' }).write('{');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program, origin];
    const { stdout } = await promisify(execFile)(process.execPath, flags);
    expect(JSON.parse(stdout)).toEqual([
      { kind: 'breakdown', cause: 'UND_ERR_HEADERS_TIMEOUT' },
      { kind: 'breakdown', cause: 'UND_ERR_BODY_TIMEOUT' },
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
