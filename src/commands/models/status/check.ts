import { describeModel } from '../../../catalog/describe-model.ts';
import { EXIT_CODES } from '../../../errors.ts';
import { usedRefs } from '../../../setup/agent-models.ts';
import { isHuggingFaceRef, modelIdOf } from '../../../text/model-ref.ts';
import { isHuggingFaceSetUp, notSetUp, type Problem, tokenProblems } from './check-token.ts';
import type { Status } from './status.ts';

export type CheckResult = { exitCode: number; problems: Problem[]; warnings: string[] };

/**
 * Exit code 4 where nothing is set up, without a token, or with one that is not accepted; 7 where a model of the chain,
 * of an agent or for images is no longer served; else 0. Entries that nothing uses do not count: OpenClaw's own
 * onboarding writes some that are long gone.
 */
export function checkStatus(status: Status, now: Date): CheckResult {
  const { situation, catalog } = status;
  if (!isHuggingFaceSetUp(situation)) return result([notSetUp(situation)], []);
  const gone = usedRefs(situation.snapshot.value).filter((ref) => isHuggingFaceRef(ref) && isGone(ref, status));
  const warnings = catalog.current
    ? []
    : [`Whether the models are still served could not be checked: ${catalog.reason}`];
  return result([...tokenProblems(status, now), ...gone.map(notServed)], warnings);
}

/** The first problem decides: the token's comes before the models'. */
function result(problems: Problem[], warnings: string[]): CheckResult {
  const code = problems[0]?.code;
  const exitCode = code === undefined ? 0 : code === 'not_set_up' ? EXIT_CODES.token_missing : EXIT_CODES[code];
  return { exitCode, problems, warnings };
}

function notServed(ref: string): Problem {
  return {
    code: 'model_not_served',
    message: `${ref} is no longer served`,
    fix: 'openclaw models list --provider huggingface',
  };
}

/** A list that is too old to tell says nothing. */
function isGone(ref: string, { catalog, situation }: Status): boolean {
  return catalog.current && describeModel(catalog, modelIdOf(ref) ?? '', situation.configured).available === false;
}

/** A problem as people read it. */
export function problemWords({ message, fix }: Problem): string {
  return `${message.replace(/\.$/, '')}. Next: ${fix}`;
}
