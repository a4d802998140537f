/** The one sentence that an admin sees in the browser at the end of an install. */
export const sayInstalled = (warning: string | null): string =>
  page(
    'Sideline is connected',
    ['It is reading your deals now. You can close this page and go back to HubSpot.', warning ?? '']
      .join(' ')
      .trim(),
  );

export const sayRefused = (reason: string): string => page('Sideline could not be connected', reason);

function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<body style="font:16px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem">
<h1 style="font-size:1.4rem">${title}</h1><p>${escape(text)}</p></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
