import type { cliProblems as en, ValueReason } from '../en/cli.ts';
import { say } from '../message.ts';
import { anyOf } from './units.ts';

/** Why a value is refused. */
const valueReasons = {
  'looks-like-a-flag': 'フラグのように見えます。値が抜けていませんか？',
  'control-characters': '改行または制御文字が含まれています。',
  'not-an-alias': '形式は <ref>=<label> です。',
  'not-a-price': '米ドルの金額を数値で指定してください。',
  'not-a-count': '1〜20 の整数を指定してください。',
  'not-seconds': '秒数を指定してください（0 より大きく 86400（1日）以下）。',
  'not-a-command-name': 'コマンドの名前を指定してください。',
  'not-an-organisation': '組織の名前（英数字と「.」「_」「-」）を指定してください。',
} satisfies Record<ValueReason['kind'], string>;

const seeHelp = (command: string) => `ヘルプ：${command} --help`;
const exampleOr = (example: string | null, command: string) => (example === null ? seeHelp(command) : `例：${example}`);
const alikeOr = (alike: string | null, command: string) => (alike === null ? seeHelp(command) : `もしかして：${alike}`);

/** How else a token is passed, where the variable was not set. */
const OTHER_WAYS =
  'ファイル（--huggingface-api-key-file <path>）または標準入力（--huggingface-api-key -）でも渡せます。';

/** What is wrong with a command line. */
export const cliProblems = {
  'unknown-flag': ({ flag, alike, command }) => ({
    message: `${command} に ${flag} というフラグはありません。`,
    hint: alikeOr(alike, command),
  }),
  'unknown-command': ({ name, alike, command }) => ({
    message: `${command} に「${name}」というコマンドはありません。`,
    hint: alikeOr(alike, command),
  }),
  'foreign-command': ({ name }) => ({
    message: `「${name}」は OpenClaw 本体のコマンドで、このプログラムにはありません。`,
    hint: 'OpenClaw 本体で実行してください。このプログラムのコマンド：onboard、models、config、completion',
  }),
  'argument-missing': ({ name, command, example }) => ({
    message: `${command} には <${name}> が必要です。`,
    hint: exampleOr(example, command),
  }),
  'value-missing': ({ flag, command, example }) => ({
    message: `${flag} の値がありません。`,
    hint: exampleOr(example, command),
  }),
  'too-many-arguments': ({ given, allowed, instead, command }) => {
    const takes = allowed === 0 ? '引数を取りません' : `引数を${allowed}個だけ取ります`;
    const got = given.map((text) => `「${text}」`).join('');
    return { message: `${command} は${takes}。指定された引数：${got}`, hint: instead ?? seeHelp(command) };
  },
  'two-flags': ({ flags, instead }) => ({
    message: `${flags[0]} と ${flags[1]} は同時に指定できません。`,
    hint: `どちらか一方を指定してください：${instead}`,
  }),
  'flag-needs': ({ flag, needs, instead }) => ({
    message: `${flag} は ${needs} と一緒に指定したときだけ使えます。`,
    hint: `両方を指定してください：${instead}`,
  }),
  'wrong-choice': ({ name, value, choices, alike, command }) => ({
    message: `${name} に「${value}」は指定できません。指定できる値は ${anyOf(choices)} です。`,
    hint: alikeOr(alike, command),
  }),
  'wrong-value': ({ name, value, reason, command, example }) => ({
    message: `${name} に「${value}」は指定できません。${say(valueReasons, reason)}`,
    hint: exampleOr(example, command),
  }),
  'empty-value': ({ name, command }) => ({
    message: `${name} が空です。変数は設定されていますか？`,
    hint: seeHelp(command),
  }),
  'empty-key': { message: '--huggingface-api-key が空です。変数は設定されていますか？', hint: OTHER_WAYS },
  'key-is-a-flag': {
    message: '--huggingface-api-key の後が token ではなくフラグです。変数は設定されていますか？',
    hint: OTHER_WAYS,
  },
  'model-as-alias': ({ label, swapped }) => ({
    message: `「${label}」は alias ではなくモデルです。`,
    hint: `順序が逆ではありませんか？ ${swapped}`,
  }),
  'other-auth-choice': ({ choice }) => ({
    message: `このプログラムが設定するのは Hugging Face だけです。「${choice}」は OpenClaw 本体の onboard で設定してください。`,
    hint: 'openclaw onboard --auth-choice huggingface-api-key',
  }),
  'other-provider': ({ provider }) => ({
    message: `このプログラムが一覧表示するのは Hugging Face のモデルだけです。「${provider}」のモデルは表示できません。`,
    hint: 'openclaw models list --provider huggingface',
  }),
  'needs-the-service': ({ what, instead }) => ({
    message: `${what} には Hugging Face への問い合わせが必要ですが、--offline ではネットワークリクエストを送信しません。`,
    hint: `--offline なしで実行：${instead}`,
  }),
  'answers-missing': ({ path }) => ({
    message: `--from：${path} は存在しません。`,
    hint: 'JSON または JSON5 ファイルのパスか、標準入力を表す - を指定してください。',
  }),
  'answers-from-terminal': {
    message: '--from - は回答をパイプから読み取りますが、標準入力がターミナルです。',
    hint: 'ファイルを指定してください：openclaw onboard --from <file>',
  },
  'stdin-twice': {
    message: '--from - と --huggingface-api-key - は、どちらも標準入力を読み取ります。',
    hint: 'token はファイルで渡してください：--huggingface-api-key-file <path>',
  },
  'token-among-answers': ({ place }) => ({
    message: `${place}：token、または token 用のキーがあります。回答に token を書くことはできません。`,
    hint: '別に渡してください：--huggingface-api-key-file <path>',
  }),
  'unknown-answer': ({ key, place, flag, alike, known }) => {
    const other = alike === null ? `使える項目：${known.join('、')}` : `もしかして：${alike}`;
    return {
      message: `${place} の「${key}」は回答の項目ではありません。`,
      hint: flag === null ? other : `これはフラグです。--from と一緒に ${flag} を指定してください。`,
    };
  },
  'remote-mode': {
    message: '--mode remote には対応していません。リモートの Gateway は、そのマシンに独自の config を持っています。',
    hint: 'そのマシンで実行してください：openclaw onboard --mode local',
  },
  'no-terminal': {
    message: 'ターミナルがないため、質問を表示できません。',
    hint: '代わりに次のコマンドを実行してください：openclaw onboard --non-interactive --mode local --auth-choice huggingface-api-key --huggingface-api-key-file <path>',
  },
  'out-of-time': ({ seconds, more }) => ({
    message: `${seconds}秒以内に終わりませんでした。`,
    hint: `もう一度実行するか、時間を延ばしてください：--timeout ${more}`,
  }),
  'removal-unconfirmed': {
    message: 'ターミナルがないため、削除の前に確認できません。',
    hint: '代わりに次のコマンドを実行してください：openclaw onboard --remove --non-interactive',
  },
  unexpected: ({ detail }) => ({
    message: `予期しないエラー：${detail}`,
    hint: '同じコマンドを --verbose 付きで実行し、その出力を報告してください。',
  }),
  'output-failed': ({ code, wrote }) => ({ message: `出力を書き込めませんでした（${code}）。`, ...didWrite(wrote) }),
  'output-interrupted': ({ by, wrote }) => ({
    message: `出力の読み取りを待っている間に${by === 'SIGTERM' ? '終了シグナルを受け取りました' : '中断されました'}。`,
    ...didWrite(wrote),
  }),
  'ended-early': ({ wrote }) => ({
    message: '待機中の処理がなくなったため、すべて完了する前に終了しました。',
    ...(wrote.length > 0 && { hint: `それまでに書き込んだファイル：${wrote.join('、')}` }),
  }),
} satisfies typeof en;

/** Of a run that was completed and could not say so. */
function didWrite(paths: readonly string[]): { hint?: string } {
  return paths.length === 0 ? {} : { hint: `処理そのものは完了しています。書き込んだファイル：${paths.join('、')}` };
}
