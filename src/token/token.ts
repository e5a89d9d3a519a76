/** Where a person makes a token that may do what OpenClaw needs, and nothing else (HUGGINGFACE.md). */
export const NEW_TOKEN_URL =
  'https://huggingface.co/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained';

/** The variables that OpenClaw reads, in its order. */
export const TOKEN_VARIABLES = ['HUGGINGFACE_HUB_TOKEN', 'HF_TOKEN'] as const;
export type TokenVariable = (typeof TOKEN_VARIABLES)[number];

/**
 * An access token has 37 characters in practice, a browser sign-in's JWT 540 to 850 (HUGGINGFACE.md). Neither length is
 * documented, so this limit only stops a pasted file.
 */
const MAX_LENGTH = 4096;

const WRAPPINGS = [
  /^(?:export|set)\s+(?=\w+\s*=)/i,
  /^(?:HF_TOKEN|HUGGINGFACE_HUB_TOKEN|HUGGING_FACE_HUB_TOKEN)\s*=\s*/i,
  /^Authorization:\s*/i,
  /^Bearer\s+/i,
  /^["'`\u2018\u2019\u201c\u201d]+|["'`\u2018\u2019\u201c\u201d]+$/g,
];

/**
 * A token as people paste it, without what came along: blanks around it, quotes, `Bearer `, `export HF_TOKEN=`,
 * invisible characters. Only for what is given by hand: OpenClaw reads variables and files raw.
 */
export function cleanToken(text: string): string {
  let token = text.replace(/[\p{Cf}\ufeff]/gu, '').trim();
  for (let before = ''; before !== token; ) {
    before = token;
    for (const wrapping of WRAPPINGS) token = token.replace(wrapping, '').trim();
  }
  return token;
}

const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^sk-ant-/, 'It looks like an Anthropic key (sk-ant-…).'],
  [/^sk-or-/, 'It looks like an OpenRouter key (sk-or-…).'],
  [/^sk-/, 'It looks like an OpenAI key (sk-…).'],
  [/^gsk_/, 'It looks like a Groq key (gsk_…).'],
  [/^AIza/, 'It looks like a Google key (AIza…).'],
  [/^gh[pousr]_/, 'It looks like a GitHub token (ghp_…).'],
  [/^github_pat_/, 'It looks like a GitHub token (github_pat_…).'],
  [/^api_org/, 'It looks like a Hugging Face organisation token (api_org…), which can not call Inference Providers.'],
  [/^\$\{?\w+\}?$/, 'It is the name of a variable that was not filled in (single quotes in a shell?).'],
];

/**
 * Why a text can't be a Hugging Face token, as one sentence that never holds any of it; undefined where it may be one.
 * Such a text is never sent anywhere. Neither a short nor an unusual token is refused: the form is not documented.
 */
export function tokenProblem(text: string): string | undefined {
  if (text === '') return 'It is empty.';
  const foreign = FOREIGN.find(([shape]) => shape.test(text));
  if (foreign) return foreign[1];
  if (/\s/.test(text)) return 'It has blanks or line breaks in it.';
  if (!/^[\x21-\x7e]+$/.test(text)) return 'It has characters that no token has (only printable ASCII is possible).';
  if (text.length > MAX_LENGTH) return `It has ${text.length} characters; a token has ${MAX_LENGTH} at most.`;
  return undefined;
}
