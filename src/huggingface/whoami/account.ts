import { isJsonObject, type JsonObject, type JsonValue, valueAt } from '../../text/json.ts';
import { isAccountName } from '../../text/model-ref.ts';
import { sanitise } from '../../text/sanitise.ts';

/** The permission behind the tick-box "Make calls to Inference Providers". */
const PERMISSION = 'inference.serverless.write';

/**
 * What lets the token call Inference Providers: `classic` tokens always may, a fine-grained one through its owner
 * (`user`) or only billed to an organisation (`org`); `none` may not; `unknown` where the service does not say.
 */
export type TokenPermission = 'classic' | 'user' | 'org' | 'none' | 'unknown';

export type Account = {
  name: string;
  /** The name its owner gave the token. */
  tokenName: string | null;
  /** `fineGrained`, `read`, `write`; an open set. */
  role: string | null;
  permission: TokenPermission;
  /** Whether it pays for PRO, which has more free credit. */
  isPro: boolean;
  /** The organisations it belongs to, spelled as Hugging Face does. */
  orgs: string[];
  /** Those of them that a fine-grained token may call Inference Providers for, as far as is known; other tokens name none. */
  grantedOrgs: string[];
};

/** The account in an answer of `GET /api/whoami-v2` (fixtures/service/whoami-*.json); undefined where it is not one. */
export function parseAccount(body: JsonValue | undefined): Account | undefined {
  if (!isJsonObject(body)) return undefined;
  const name = text(body.name);
  if (name === null) return undefined;
  const token = valueAt(body, ['auth', 'accessToken']);
  const role = isJsonObject(token) ? text(token.role) : null;
  const grant = isJsonObject(token) && isJsonObject(token.fineGrained) ? token.fineGrained : undefined;
  const orgs = orgsOf(body, grant);
  return {
    name,
    tokenName: isJsonObject(token) ? text(token.displayName) : null,
    role,
    isPro: body.isPro === true,
    orgs,
    ...permissionOf(role, grant, body, orgs),
  };
}

/** Those that the account lists, and those that the token names beside them. */
function orgsOf({ orgs }: JsonObject, grant: JsonObject | undefined): string[] {
  const listed = (Array.isArray(orgs) ? orgs : []).filter(isJsonObject);
  return [...new Set([...orgNames(listed), ...orgNames(grantedEntities(grant).filter(isOrg))])];
}

/** Only names that can be sent as a header. */
function orgNames(orgs: readonly JsonObject[]): string[] {
  return orgs.map(({ name }) => text(name) ?? '').filter(isAccountName);
}

function isOrg({ type }: JsonObject): boolean {
  return type === 'org';
}

function permissionOf(
  role: string | null,
  grant: JsonObject | undefined,
  owner: JsonObject,
  orgs: string[],
): Pick<Account, 'permission' | 'grantedOrgs'> {
  if (role === 'read' || role === 'write') return { permission: 'classic', grantedOrgs: [] };
  if (role !== 'fineGrained' || !grant) return { permission: 'unknown', grantedOrgs: [] };
  const entities = grantedEntities(grant);
  const grantedOrgs = orgNames(entities.filter(isOrg));
  if (hasPermission(grant.global)) return { permission: 'user', grantedOrgs: orgs };
  if (entities.some((entity) => isSame(entity, owner))) return { permission: 'user', grantedOrgs };
  return { permission: entities.some(isOrg) ? 'org' : 'none', grantedOrgs };
}

function grantedEntities(grant: JsonObject | undefined): JsonObject[] {
  const scoped = grant?.scoped;
  return (Array.isArray(scoped) ? scoped : [])
    .filter(isJsonObject)
    .filter(({ permissions }) => hasPermission(permissions))
    .map(({ entity }) => entity)
    .filter(isJsonObject);
}

function hasPermission(list: JsonValue | undefined): boolean {
  return Array.isArray(list) && list.includes(PERMISSION);
}

/** By id where both have one: names can be changed. */
function isSame(entity: JsonObject, owner: JsonObject): boolean {
  if (typeof entity._id === 'string' && typeof owner.id === 'string') return entity._id === owner.id;
  return typeof entity.name === 'string' && entity.name === owner.name;
}

/** Longer than any name there is; what is longer is cut before anything else looks at it. */
const MAX_LENGTH = 100;

function text(value: JsonValue | undefined): string | null {
  const clean = typeof value === 'string' ? sanitise(value.slice(0, 10 * MAX_LENGTH)).trim() : '';
  if (clean === '') return null;
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}
