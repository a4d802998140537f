import type { Portal } from '../portal.ts';
import type { AuthorizeRequest } from './authorize.ts';

/** The page on which a super admin connects the app; its form posts to the address that showed it. */
export function consentPage({ app, state }: Portal, request: AuthorizeRequest): string {
  const admins = state.people.values().filter(({ superAdmin, archived }) => superAdmin && !archived);
  const options = admins.map(
    ({ userId, firstName, lastName }) =>
      `<option value="${userId}">${escape(`${firstName} ${lastName}`)}</option>`,
  );
  const scopes = (list: readonly string[], note: string) =>
    list.map((scope) => `<li><code>${escape(scope)}</code>${note}</li>`).join('');
  return page(
    `Connect ${app.name} to ${state.account.name}`,
    `<p>${escape(app.name)} asks for:</p>
    <ul>${scopes(request.scope, '')}${scopes(request.optional_scope, ' (optional)')}</ul>
    <form method="post">
      <label>Connect as <select name="userId">${options.join('')}</select></label>
      <button type="submit">Connect app</button>
    </form>`,
  );
}

export function refusalPage(reason: string): string {
  return page('This app cannot be connected', `<p>${escape(reason)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${escape(title)}</title>
    <style>body{font:16px/1.5 system-ui;max-width:36rem;margin:4rem auto;color:#213343}button{font:inherit;padding:.5rem 1rem}</style>
  </head>
  <body><p>Sandbox portal: everything here is invented and local.</p><h1>${escape(title)}</h1>${content}</body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
