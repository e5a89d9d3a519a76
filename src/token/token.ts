import { otherToken } from '../text/redact.ts';
import type { TokenFault } from '../words/words.ts';

/** The variables that OpenClaw reads, in its order. */
export const TOKEN_VARIABLES = ['HUGGINGFACE_HUB_TOKEN', 'HF_TOKEN'] as const;
export type TokenVariable = (typeof TOKEN_VARIABLES)[number];

/**
 * An access token has 37 characters in practice, the JWT of `hf auth login` 540 to 850. Neither length is
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

/** What no token has. */
const FAULTS = [
  [/^\$\{?\w+\}?$/, 'unfilled-variable'],
  [/\s/, 'blanks'],
  [/[^\x21-\x7e]/, 'characters'],
] as const;

/**
 * Why a text can't be a Hugging Face token; undefined where it may be one. Such a text is never sent anywhere. Neither a
 * short nor an unusual token is refused: the form is not documented.
 */
export function tokenFault(text: string): TokenFault | undefined {
  if (text === '') return { kind: 'empty' };
  const kind = otherToken(text) ?? FAULTS.find(([fault]) => fault.test(text))?.[1];
  if (kind !== undefined) return { kind };
  return text.length > MAX_LENGTH ? { kind: 'too-long', length: text.length, most: MAX_LENGTH } : undefined;
}
