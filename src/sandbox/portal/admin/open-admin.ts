import type * as z from 'zod';
import type { Portal } from '../portal.ts';
import { expireTokens, revokeTokens, setSearchLag, uninstall, withdrawScopes } from './change-access.ts';
import { changeProperty, deleteProperty, dropRule, requireProperty } from './change-definitions.ts';
import { changePerson } from './change-people.ts';
import { deletePipeline, putPipeline } from './change-pipelines.ts';
import { create, edit } from './edit-records.ts';
import { archive, merge, privacyDelete, restore } from './end-records.ts';

const actions = {
  create,
  edit,
  archive,
  restore,
  privacyDelete,
  merge,
  deleteProperty,
  changeProperty,
  requireProperty,
  dropRule,
  putPipeline,
  deletePipeline,
  changePerson,
  expireTokens,
  revokeTokens,
  uninstall,
  withdrawScopes,
  setSearchLag,
};
type Actions = typeof actions;

/** What people do to a portal beside the app, each as one function that throws a sentence when it cannot be done. */
export type Admin = {
  readonly [Name in keyof Actions]: (
    request: z.input<Actions[Name]['request']>,
  ) => ReturnType<Actions[Name]['run']>;
};

export function openAdmin(portal: Portal): Admin {
  const levers = Object.entries(actions).map(([name, { request, run }]) => [
    name,
    (asked: unknown) =>
      portal.state.storage.inOneWrite(() =>
        (run as (portal: Portal, asked: unknown) => unknown)(portal, request.parse(asked)),
      ),
  ]);
  return Object.fromEntries(levers) as Admin;
}

export function isAction(name: string): name is keyof Actions {
  return Object.hasOwn(actions, name);
}
