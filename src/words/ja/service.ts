import type { serviceNotes as enNotes, serviceProblems as enProblems } from '../en/service.ts';
import { BILLING_URL, INFERENCE_PROVIDERS_URL, NEW_TOKEN_URL, STATUS_URL, TOKENS_URL } from '../links.ts';
import { say } from '../message.ts';
import type { ServiceProblem } from '../words.ts';
import { networkProblems } from './service/network.ts';

const CHECK_ADDRESSES =
  'OPENCLAW_HUGGINGFACE_BASE_URL、HF_ENDPOINT、models.providers.huggingface.baseUrl を確認してください。ネットワークのログインページが原因のこともあります。';

const modelLists = {
  'web-page': 'Web ページ',
  'not-json': 'JSON ではないもの',
  'no-list': 'モデルのリストがない JSON',
  empty: '空のモデルリスト',
  'no-chat-model': 'チャットモデルが1つもないリスト',
};

/** `words`: the service's own, without a full stop; empty where it gave none. */
type Answer = { status: number; inferenceProvider: string | null; words: string };

function answered(what: string, { status, inferenceProvider, words }: Answer): string {
  const who = inferenceProvider === null ? '' : `、${inferenceProvider}`;
  return `${what}（${status}${who}）${words === '' ? '' : `：${words}`}。`;
}

/** What the network and the service answer. */
export const serviceProblems = {
  ...networkProblems,
  'token-not-sendable': { message: 'Hugging Face の token ではないため、送信していません。' },
  'host-not-trusted': ({ host }) => ({ message: `${host} は信頼されていないため、token を送信しません。` }),
  'odd-status': ({ host, status }) => ({ message: `${host} が想定外のステータス ${status} を返しました。` }),
  'answer-too-large': ({ host }) => ({
    message: `${host} の応答が 10 MB を超えています。正しい応答ではありません。`,
  }),
  'answer-unreadable': ({ host }) => ({ message: `${host} の応答を読み取れません。` }),
  'account-unreadable': ({ host }) => ({ message: `${host} からの、token についての応答を読み取れません。` }),
  'answer-incomplete': { message: '応答が途中で終わりました。' },
  'no-model-list': ({ host, found }) => ({
    message: `${host} の応答は${modelLists[found].replace(/^(?=[!-~])/, ' ')}でした。`,
    hint: CHECK_ADDRESSES,
  }),
  'rejects-token': (answer) => ({
    message: answered('token が Hugging Face に受け付けられませんでした', answer),
    hint: `新しい token を作成：${NEW_TOKEN_URL}`,
  }),
  'lacks-permission': (answer) => ({
    message: answered('token に「Make calls to Inference Providers」の権限がありません', answer),
    hint: `この token の権限にチェックを入れてください：${TOKENS_URL}\nまたは新しい token を作成：${NEW_TOKEN_URL}`,
  }),
  'no-credits': (answer) => ({
    message: answered('Hugging Face アカウントのクレジットが残っていません', answer),
    hint: `クレジットを購入するか、PRO に登録してください：${BILLING_URL}`,
  }),
  'request-forbidden': (answer) => ({
    message: answered('リクエストが拒否されました', answer),
    hint: 'token が原因ではありません。別の inference provider または別のネットワークなら通る場合があります。',
  }),
  'rate-limited': ({ waitSeconds, ...answer }) => ({
    message: answered('リクエストが多すぎます', answer),
    hint: `${waitSeconds === null ? '1分後に' : waitSeconds === 0 ? '' : `${waitSeconds}秒後に`}もう一度試してください。`,
  }),
  'served-without-tools': (answer) => ({
    message: answered(
      'inference provider はモデルをツールなしで提供していますが、OpenClaw にはツールが必要です',
      answer,
    ),
    hint: 'ツールに対応した inference provider に固定してください（org/model:provider）：openclaw models list --provider huggingface --tools',
  }),
  'unknown-to-router': (answer) => ({
    message: answered('router にこのモデルはありません', answer),
    hint: '提供中のモデルを確認：openclaw models list --provider huggingface --refresh',
  }),
  'not-served': (answer) => ({
    message: answered('モデルは提供されていません', answer),
    hint: `inference provider を有効にしてください：${INFERENCE_PROVIDERS_URL}\nまたは別のモデルを選択：openclaw models list --provider huggingface --refresh`,
  }),
  'service-failed': (answer) => ({
    message: answered('サービスでエラーが発生しました', answer),
    hint: `1分後にもう一度試してください。既知の障害：${STATUS_URL}`,
  }),
  redirected: ({ to, ...answer }) => ({
    message: answered(
      `サービスが${to === null ? '' : ` ${to} への`}リダイレクトを返しましたが、リダイレクトには従いません`,
      answer,
    ),
    hint: CHECK_ADDRESSES,
  }),
  'request-refused': (answer) => ({
    message: answered('リクエストが拒否されました', answer),
    hint: '--verbose を付けてもう一度実行すると、リクエストを確認できます。',
  }),
  'bad-custom-headers': {
    message: '環境変数 OPENAI_CUSTOM_HEADERS に無効なヘッダーがあります。',
    hint: 'このプログラムには不要です。設定を解除してください：unset OPENAI_CUSTOM_HEADERS',
  },
} satisfies typeof enProblems;

/** A nested failure; a hint where it has one. */
export function serviceWords(problem: ServiceProblem): { message: string; hint?: string } {
  return say(serviceProblems, problem);
}

export const serviceNotes = {
  'base-url-elsewhere': ({ url }) => `config の baseUrl ${url} は Hugging Face ではないため、token なしで接続します。`,
  'endpoint-without-tls': ({ url }) => `${url} は https ではないため、token なしで接続します。`,
} satisfies typeof enNotes;
