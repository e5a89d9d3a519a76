import { describe, expect, test } from 'vitest';
import { cleanToken, tokenProblem } from '../../src/huggingface/token.ts';

const token = 'hf_abcdefghijklmnopqrstuvwxyz01239fQ2';

describe('cleanToken takes away what people paste along', () => {
  test.each([
    ['blanks around it', `  ${token}\n`],
    ['double quotes', `"${token}"`],
    ['single quotes', `'${token}'`],
    ['one quote at the end', `${token}"`],
    ['typographic quotes', `\u201c${token}\u201d`],
    ['Bearer', `Bearer ${token}`],
    ['a whole header', `Authorization: Bearer ${token}`],
    ['a variable', `HF_TOKEN=${token}`],
    ['an exported, quoted variable', `export HF_TOKEN="${token}"`],
    ['the other variable', `HUGGINGFACE_HUB_TOKEN=${token}`],
    ['zero-width characters', `\u200b${token}\ufeff`],
    ['all of it', ` export HUGGINGFACE_HUB_TOKEN='Bearer ${token}\u200d' \r\n`],
  ])('%s', (_, pasted) => {
    expect(cleanToken(pasted)).toBe(token);
  });

  test('leaves blanks inside alone, which is a mistake to be told', () => {
    expect(cleanToken('hf_abc def')).toBe('hf_abc def');
  });
});

describe('tokenProblem names what a text looks like and never repeats it', () => {
  test.each([
    ['sk-ant-api03-secretsecret', 'It looks like an Anthropic key (sk-ant-…).'],
    ['sk-or-v1-secretsecret', 'It looks like an OpenRouter key (sk-or-…).'],
    ['sk-proj-secretsecret', 'It looks like an OpenAI key (sk-…).'],
    ['gsk_secretsecret', 'It looks like a Groq key (gsk_…).'],
    ['AIzaSecretsecret', 'It looks like a Google key (AIza…).'],
    ['ghp_secretsecret', 'It looks like a GitHub token (ghp_…).'],
    ['github_pat_secretsecret', 'It looks like a GitHub token (github_pat_…).'],
    [
      'api_org_secretsecret',
      'It looks like a Hugging Face organisation token (api_org…), which can not call Inference Providers.',
    ],
    ['$HF_TOKEN', 'It is the name of a variable that was not filled in (single quotes in a shell?).'],
    ['hf_secret secret', 'It has blanks or line breaks in it.'],
    ['hf_sécretsecret', 'It has characters that no token has (only printable ASCII is possible).'],
    ['hf_secret\u0000secret', 'It has characters that no token has (only printable ASCII is possible).'],
    [`hf_${'x'.repeat(510)}`, 'It has 513 characters; more than 512 is no token.'],
    ['', 'It is empty.'],
  ])('%s', (text, problem) => {
    expect(tokenProblem(text)).toBe(problem);
    expect(problem).not.toMatch(/secretsecret|xxx/);
  });

  test.each([token, 'hf_x', `hf_${'x'.repeat(500)}`, 'hf_oauth_abc.def-ghi', 'abc'])('accepts %s', (text) => {
    expect(tokenProblem(text)).toBeUndefined();
  });
});
