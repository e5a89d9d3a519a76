import type { Words } from '../../words.ts';

export const environmentProblems = {
  'invalid-profile': ({ profile }) => ({
    message: `profile 名稱 ${JSON.stringify(profile)} 無效：只能使用英文字母、數字、「_」和「-」，最多 64 個字元。`,
    hint: '例如：--profile work',
  }),
  'no-home': {
    message: '找不到家目錄：OPENCLAW_HOME、HOME 和 USERPROFILE 都未設定。',
    hint: '請設定 HOME，或將 OPENCLAW_STATE_DIR 設為 openclaw.json 所在的目錄。',
  },
  'input-too-large': { message: '標準輸入超過 1 MB；這裡應該只有一個權杖。' },
} satisfies Partial<Words['problems']>;
