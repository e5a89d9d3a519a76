import type { environmentProblems as en } from '../../en/config/environment.ts';
import { proxyProblems } from '../service/network.ts';

/** What of the flags, the variables and the input of a run can't be used. */
export const environmentProblems = {
  'invalid-profile': ({ profile }) => ({
    message: `プロファイル名「${profile}」は無効です。使えるのは英数字と「_」「-」で、最大64文字です。`,
    hint: '例：--profile work',
  }),
  'no-home': {
    message: 'ホームディレクトリがありません。OPENCLAW_HOME、HOME、USERPROFILE のどれも設定されていません。',
    hint: 'HOME を設定するか、openclaw.json のあるディレクトリを OPENCLAW_STATE_DIR に設定してください。',
  },
  ...proxyProblems,
  'input-too-large': { message: '標準入力が 1 MB を超えています。渡せるのは token だけです。' },
} satisfies typeof en;
