import type { Words } from '../../words.ts';

export const environmentProblems = {
  'invalid-profile': ({ profile }) => ({
    message: `profile 名称 ${JSON.stringify(profile)} 无效：只能包含英文字母、数字、“_”和“-”，最多 64 个字符。`,
    hint: '例如：--profile work',
  }),
  'no-home': {
    message: '找不到主目录：OPENCLAW_HOME、HOME 和 USERPROFILE 都未设置。',
    hint: '请设置 HOME，或将 OPENCLAW_STATE_DIR 设为 openclaw.json 所在的目录。',
  },
  'input-too-large': { message: '标准输入超过 1 MB；此处只应有一个令牌。' },
} satisfies Partial<Words['problems']>;
