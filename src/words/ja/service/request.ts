import type { probes as enProbes, requestProblems as enProblems } from '../../en/service/request.ts';
import { BILLING_URL } from '../../links.ts';
import { serviceWords } from '../service.ts';

const addresses = {
  'not-a-url': 'URL ではありません',
  scheme: 'https:// でも http:// でも始まっていません',
  credentials: 'ユーザー名またはパスワードが含まれています',
  query: 'クエリまたはフラグメントが含まれています',
};

/** What keeps a request from being made. */
export const requestProblems = {
  'bad-endpoint-variable': ({ name, why }) => ({
    message: `${name} の URL は使えません：${addresses[why]}。`,
    hint: `${name}=https://host/path を設定するか、設定を解除してください。`,
  }),
  'bad-base-url': ({ path, why, usual }) => ({
    message: `${path} の URL は使えません：${addresses[why]}。`,
    hint: `"${usual}" を設定してください。`,
  }),
  'base-url-gives-away': ({ path }) => ({
    message: `${path} は Hugging Face 以外のアドレスに変数の値を埋め込むため、その値が漏れるおそれがあります。リクエストは送信していません。`,
    hint: 'アドレスを省略せずに書くか、自分で指定してください：OPENCLAW_HUGGINGFACE_BASE_URL=https://host/path',
  }),
  'bad-header': ({ path }) => ({
    message: `${path} はヘッダーとして送信できません。名前または値に、ヘッダーで使えない文字が含まれています。`,
    hint: 'config を手動で修正してください。',
  }),
  'test-message-failed': ({ id, why, isModels }) => {
    const { message, hint } = serviceWords(why);
    const other = isModels
      ? '--model で別のモデルを選ぶか、--probe なしで続行することもできます。'
      : '--probe なしで続行することもできます。';
    return {
      message: `${id} へのテストメッセージが失敗しました：${message}`,
      hint: hint ? `${hint}\n${other}` : other,
    };
  },
} satisfies typeof enProblems;

/** What a test message showed, without a subject; then what helps after a failure. */
export const probes = {
  answered: ({ inferenceProvider, latencyMs, tools }) => {
    const called =
      tools === null
        ? 'しましたが、ツールを呼び出す前に途切れました'
        : tools
          ? 'し、ツールも呼び出しました'
          : 'しましたが、ツールを呼び出しませんでした（OpenClaw にはツールが必要です）';
    return `${inferenceProvider ?? '名前不明の inference provider'} が ${latencyMs} ms で応答${called}`;
  },
  failed: ({ why }) => `失敗しました。${serviceWords(why).message}`,
  'all-need-credits': `Hugging Face のモデルはすべて使えません。別の provider の fallback を使うか、クレジットを購入してください：${BILLING_URL}`,
  'all-need-token': 'Hugging Face のモデルはすべて使えません。Hugging Face の fallback では解決しません。',
  'fallback-or-tools-helps': 'fallback または別の inference provider で解決できます：org/model:provider',
  'fallback-helps': 'fallback で解決できます。',
} satisfies typeof enProbes;
