import { describeModel } from '../../catalog/describe-model.ts';
import { EXIT_CODES } from '../../errors.ts';
import { usedRefs } from '../../setup/agent-models.ts';
import { isHuggingFaceRef, modelIdOf } from '../../text/model-ref.ts';
import type { Status } from './status.ts';

/**
 * Exit code 4 without a token, 7 where a model of the chain, of an agent or for images is no longer served; else 0.
 * Entries that nothing uses do not count: OpenClaw's own onboarding writes some that are long gone.
 */
export function checkStatus(status: Status): { exitCode: number; warnings: string[] } {
  const { situation, token, hasProfile, catalog } = status;
  const isMissing = token === undefined && !hasProfile;
  const gone = usedRefs(situation.snapshot.value).filter((ref) => isHuggingFaceRef(ref) && isGone(ref, status));
  const warnings = gone.map(
    (ref) => `${ref} is no longer served. What is: openclaw models list --provider huggingface`,
  );
  if (isMissing) warnings.unshift(tokenMissingWords(status));
  if (!catalog.current) warnings.push(`Whether the models are still served could not be checked: ${catalog.reason}`);
  if (isMissing) return { exitCode: EXIT_CODES.token_missing, warnings };
  return { exitCode: gone.length > 0 ? EXIT_CODES.model_not_served : 0, warnings };
}

/** A list that is too old to tell says nothing. */
function isGone(ref: string, { catalog, situation }: Status): boolean {
  return catalog.current && describeModel(catalog, modelIdOf(ref) ?? '', situation.configured).available === false;
}

export function tokenMissingWords({ situation }: Pick<Status, 'situation'>): string {
  const { envFile, configPath } = situation.locations;
  return `No Hugging Face token: looked at HUGGINGFACE_HUB_TOKEN and HF_TOKEN in the environment, ${envFile} and the env block of ${configPath}`;
}
