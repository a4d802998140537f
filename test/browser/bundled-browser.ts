/** How to launch the browser that came with `npm ci`, which is unpacked on its first use. */
export async function bundledBrowser(): Promise<{ executablePath: string; args: string[] }> {
  // Makes the package unpack the system libraries that a bare machine lacks; it is read when the package is imported.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  // One process for everything dies with a page's worker; each worker here is a card.
  const args = bundled.args.filter((argument) => argument !== '--single-process');
  return { executablePath: await bundled.executablePath(), args };
}
