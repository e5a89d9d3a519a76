import type { Real } from './support.ts';

type Listed = { key: string; name: string; contextWindow: number | null; available: boolean; tags: string[] };

/** Without what the entry `huggingface/*` adds: in 2026.4 a row of that name, in 2026.8 every model it knows. */
function isConfigured({ key, tags }: Listed): boolean {
  return tags.includes('configured') && !key.endsWith('/*');
}

/** What the real one makes of a home. */
export type RealView = {
  valid: string;
  listed: Listed[];
  defaultModel: string;
  fallbacks: string[];
  aliases: Record<string, string>;
  allowed: string[];
  /** Where it has the token from. */
  tokenSource: string | undefined;
  /** The exit code of `models status --check`. */
  check: number | null;
};

/** Asks it all that there is to ask, out of reach of any service; each command has to succeed. */
export async function viewOf(real: Real, home: string): Promise<RealView> {
  const at = { home };
  const valid = await real.succeed(['config', 'validate'], at);
  const list = await real.succeed(['models', 'list', '--provider', 'huggingface', '--json'], at);
  const status = JSON.parse(await real.succeed(['models', 'status', '--json'], at));
  const { code: check } = await real.run(['models', 'status', '--check'], at);
  const auth = status.auth.providers.find(({ provider }: { provider: string }) => provider === 'huggingface');
  return {
    valid: valid.trim(),
    listed: JSON.parse(list).models.filter(isConfigured),
    defaultModel: status.defaultModel,
    fallbacks: status.fallbacks,
    aliases: status.aliases,
    allowed: status.allowed,
    tokenSource: auth?.env?.source,
    check,
  };
}
