import type { networkProblems as en } from '../../en/service/network.ts';

const WITHOUT_SERVICE = '接続せずに実行：--offline';
const CHECK_NETWORK = `ネットワークを確認するか、プロキシを経由する場合は HTTPS_PROXY を設定してください。${WITHOUT_SERVICE}`;
const CHECK_PROXY = `HTTPS_PROXY、HTTP_PROXY、NO_PROXY を確認してください。${WITHOUT_SERVICE}`;

const connections = {
  'host-not-found': 'ホストが見つかりません',
  'lookup-failed': '名前を解決できません',
  refused: '接続が拒否されました',
  reset: '接続がリセットされました',
  'cut-off': '応答の途中で接続が切れました',
  closed: '接続が切れました',
  'network-unreachable': 'ネットワークに到達できません',
  'host-unreachable': 'ホストに到達できません',
  'not-tls': 'TLS に対応していません',
  'headers-too-large': '応答のヘッダーが 16 KB を超えています',
  'timed-out': '接続がタイムアウトしました',
  'not-http': '応答が HTTP ではありません',
  damaged: '圧縮された応答が壊れています',
  failed: '接続に失敗しました',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: '信頼されていません',
    hint: '会社のプロキシを経由する場合は、そのルート証明書のファイルを NODE_EXTRA_CA_CERTS に指定してください。',
  },
  'other-host': {
    what: '別のホストのものです',
    hint: 'このアドレスでは別のサーバーが応答しています。HF_ENDPOINT と OPENCLAW_HUGGINGFACE_BASE_URL を確認してください。ネットワークのログインページが原因のこともあります。',
  },
  'not-yet-valid': {
    what: 'まだ有効になっていません',
    hint: 'このマシンの時計が遅れている可能性があります。確認：date',
  },
  expired: {
    what: '期限切れです',
    hint: 'このマシンの時計が進んでいる可能性があります。date コマンドで確認してください。時計が正しければ、サーバーの証明書の更新が必要です。',
  },
};

function unreachable(host: string, why: string, code: string | null): string {
  return `${host} に接続できませんでした：${why}${code === null ? '' : `（${code}）`}。`;
}

function through(proxy: string | null): string {
  return proxy === null ? '' : `プロキシ ${proxy} でエラーが発生しました。`;
}

/** The value is never shown: it may hold a password. */
function badProxy(name: string, why: string) {
  return {
    message: `${name} のプロキシは使えません：${why}。`,
    hint: `${name}=http://host:port を設定するか、設定を解除してください：unset ${name}`,
  };
}

/** The same for a request as for the environment, where the proxies are read. */
export const proxyProblems = {
  'proxy-not-a-url': ({ name }: { name: string }) => badProxy(name, 'URL ではありません'),
  'proxy-scheme': ({ name, scheme }: { name: string; scheme: string }) =>
    badProxy(name, `${scheme} のプロキシには対応していません（http:// と https:// のみ）`),
  'proxy-escape': ({ name }: { name: string }) =>
    badProxy(name, 'ユーザー名またはパスワードの % の後に、16進数が2桁続いていません'),
};

/** What the network does. */
export const networkProblems = {
  unreachable: ({ host, proxy, why, code }) => ({
    message: unreachable(host, through(proxy) + connections[why], code),
    hint: proxy === null ? CHECK_NETWORK : CHECK_PROXY,
  }),
  'bad-certificate': ({ host, proxy, why, code }) => ({
    message: unreachable(host, `${through(proxy)}証明書が${certificates[why].what}`, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }) => ({
    message: `${host} に接続できませんでした：プロキシ ${proxy} が接続を拒否しました（${status}）。`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }) => ({
    message: `${host} に接続できませんでした：プロキシ ${proxy} にユーザー名とパスワードが必要です（${status}）。`,
    hint: 'HTTPS_PROXY=http://user:password@host:port を設定するか、ホストを NO_PROXY に追加してください。',
  }),
  ...proxyProblems,
  'no-answer': ({ host, seconds }) => ({
    message: `${host} が${seconds}秒以内に応答しませんでした。`,
    hint: `もう一度試してください。${WITHOUT_SERVICE}`,
  }),
} satisfies typeof en;
