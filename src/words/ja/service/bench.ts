import { say } from '../../message.ts';
import type { Words } from '../../words.ts';
import { reasons } from '../catalog.ts';
import { count } from '../units.ts';

/** What keeps `models bench` from measuring, or a route from being the best. */
export const benchProblems = {
  'bench-needs-yes': ({ usd, instead }) => ({
    message: `models bench は実際にメッセージを送信し、最大で $${usd} の料金がかかることがあります。ターミナルがないため、確認の質問を表示できません。`,
    hint: `代わりに次のコマンドを実行してください：${instead}`,
  }),
  'bench-without-model': {
    message: '測定するデフォルトモデルがありません。',
    hint: 'モデルを指定してください：openclaw models bench <ref-or-alias>',
  },
  'bench-elsewhere': ({ ref }) => ({
    message: `${ref} は Hugging Face のモデルではありません。測定できるのは Inference Providers の経路だけです。`,
    hint: 'Hugging Face のモデルを指定してください：openclaw models bench <ref-or-alias>',
  }),
  'bench-without-route': ({ id, reason }) => ({
    message: `現在、${id} を提供している inference provider は見つかりません。${reason === null ? '' : say(reasons, reason)}`,
    hint: '提供中のモデルを確認：openclaw models list --provider huggingface --refresh',
  }),
  'bench-without-price': ({ ids }) => ({
    message: `${ids.join('、')} の料金がリストにないため、--max-cost を守れません。何も送信していません。`,
    hint: '料金のあるモデルを確認：openclaw models list --provider huggingface --sort price',
  }),
  'max-cost-too-small': ({ maxCost, needed }) => ({
    message: `--max-cost ${maxCost} では足りません。メッセージ1件に最大で $${needed} かかることがあります。何も送信していません。`,
    hint: `少なくとも次の金額を指定してください：--max-cost ${needed}`,
  }),
  'route-without-price': { message: '料金がリストになく、--max-cost を守れないため、測定していません。' },
  'tool-call-missing': { message: '文章で応答し、ツールを呼び出しませんでした。' },
  'tool-call-as-text': { message: 'ツールの呼び出しを文章として書いたため、何も呼び出されません。' },
  'tool-call-cut': { message: 'ツールの呼び出しが完了する前に応答が終わりました。' },
  'tool-call-not-json': { message: 'ツールの呼び出しの引数が有効な JSON ではありません。' },
  'tool-call-of-other-tool': { message: '存在しないツールを呼び出しました。' },
  'tool-call-against-schema': { message: 'ツールの呼び出しの引数がツールのスキーマに合っていません。' },
} satisfies Partial<Words['problems']>;

export const benchNotes = {
  'bench-all-routes': ({ id, suffix }) =>
    `:${suffix} の経路だけでなく、${id} のすべての inference provider を測定します。`,
} satisfies Partial<Words['notes']>;

/** `models bench`. */
export const bench = {
  ask: ({ messages, routes, usd }) =>
    `${count(routes)}の inference provider に短いメッセージを最大${count(messages)}送信しますか？（料金は最大 $${usd}）`,
  rows: { send: '送信する', quit: '終了する' },
  waiting: ({ id, round, rounds }) => `${id} の応答を待っています（${rounds}件中${round}件目）`,
  columns: {
    inferenceProvider: 'Inference provider',
    speed: 'token/秒',
    firstToken: '最初の token',
    cost: 'コスト',
  },
  heading: ({ id, routes, rounds }) => `${id}：inference provider ${count(routes)}、メッセージは各${count(rounds)}`,
  failure: ({ inferenceProvider, message, times }) =>
    `- ${inferenceProvider}：${message}${times > 1 ? `（${times}回）` : ''}`,
  notAgain: ({ said }) => `${said}以降は送信していません。`,
  best: ({ best, pin }) => `最良：${best}。固定するには：\n${pin}`,
  noBest: ({ rounds }) =>
    `${rounds === 1 ? '' : `${count(rounds)}のメッセージすべてに、`}正しい形式のツール呼び出しで応答したものはありません。`,
  cost: ({ usd, messages }) => `コスト：メッセージ${count(messages)}で $${usd}（リストの料金による）`,
  estimated: '~：使用量が通知されなかった応答があるため、推定値です',
  stopped: 'どの inference provider でも同じ結果になるため、以降は送信していません。',
  outOfMoney: ({ kept, usd, needed }) =>
    `$${usd} を超えるおそれがあるため中止しました。${count(kept)}のメッセージは送信していません。すべて送信するには：--max-cost ${needed}`,
} satisfies Words['bench'];
