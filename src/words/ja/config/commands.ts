import type { config as en, configProblems as enProblems } from '../../en/config/commands.ts';
import { say } from '../../message.ts';
import { status } from '../status.ts';
import { typeName } from '../units.ts';
import { faults } from './read.ts';

/** What `config get` refuses. */
export const configProblems = {
  'not-a-path': ({ text }) => ({
    message: `「${text}」はパスではありません。`,
    hint: '例：openclaw config get \'agents.defaults.models["huggingface/Qwen/Qwen3-8B"].alias\'',
  }),
  'not-in-config': ({ key, path, near, parent, keys }) => ({
    message: `${path} に ${key} はありません。`,
    ...(near !== null && { hint: `もしかして：${near}` }),
    ...(near === null && keys.length > 0 && { hint: `${parent ?? 'config'} にあるキー：${keys.join('、')}` }),
    ...(parent === null && keys.length === 0 && { hint: status.setUp }),
  }),
} satisfies typeof enProblems;

/** What a key that this program reads must be. */
const needed = {
  string: '文字列',
  'non-negative': '0以上の数値',
  positive: '0より大きい数値',
  boolean: ' true または false ',
  strings: '文字列の配列',
  model: 'モデルの ref、または primary と fallbacks を持つオブジェクト',
  object: 'オブジェクト',
  array: '配列',
};

/** What `config validate` finds in a config that can be read. */
const issues = {
  'invalid-text': ({ fault }) => say(faults, fault),
  'wrong-type': ({ key, needs, found }) =>
    `${key} は${needed[needs]}である必要がありますが、現在は${typeof found === 'string' ? typeName(found) : ` ${found} `}です`,
  'key-missing': ({ key, missing }) => `${key} に、OpenClaw が必要とする ${missing} がありません`,
  'variable-not-set': ({ key, name }) => `${key} が参照する \${${name}} は、このコマンドの実行環境で設定されていません`,
  'token-under-env': ({ key, name }) =>
    `${key} を読み取るのは 2026.8 より前の OpenClaw だけです。以降のバージョンは env.vars.${name} だけを受け付けます`,
} satisfies (typeof en)['issues'];

/** `config undo`, `config validate`. */
export const config = {
  issues,
  verdict: ({ isValid, path }) => `${isValid ? '有効です' : '無効です'}：${path}`,
  issue: ({ message, at, isWarning }) => `- ${isWarning ? '警告：' : ''}${at === null ? '' : `${at}：`}${message}`,
  scope: '構文、include、このプログラムが読み取るキー',
  checked: ({ scope }) => `確認した範囲：${scope}。OpenClaw の完全なスキーマは確認していません。`,
  removed: ({ path }) => [`削除しました：${path}`, '以前はファイルがありませんでした。'],
  restored: ({ path, from }) => [`復元しました：${path}`, `復元元：${from}`],
} satisfies typeof en;
