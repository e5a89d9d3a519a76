import { fixtureText } from '../../scripts/stand-in/answers.js';
import type { Answer } from '../../scripts/stand-in/server.js';

const PERMISSIONS = ['inference.serverless.write'];

/** What whoami says of an account in these organisations, with a token that may call Inference Providers for `granted` too. */
export function accountIn(orgs: readonly string[], granted: readonly string[] = orgs): Answer {
  const account = JSON.parse(fixtureText('whoami-finegrained-with-permission.json'));
  const { scoped } = account.auth.accessToken.fineGrained;
  const entities = granted.map((name) => ({ entity: { _id: name, type: 'org', name }, permissions: PERMISSIONS }));
  account.auth.accessToken.fineGrained.scoped = [...scoped, ...entities];
  return { body: { ...account, orgs: orgs.map((name) => ({ type: 'org', id: name, name })) } };
}
