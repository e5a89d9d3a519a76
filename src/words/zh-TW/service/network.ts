import type { Words } from '../../words.ts';

const CHECK_NETWORK = '請檢查網路；若使用代理伺服器，請設定 HTTPS_PROXY。不連線繼續：--offline';
const CHECK_PROXY = '請檢查 HTTPS_PROXY、HTTP_PROXY 和 NO_PROXY。不連線繼續：--offline';
const connections = {
  'host-not-found': '找不到主機',
  'lookup-failed': '無法查詢其網域名稱',
  refused: '連線遭拒',
  reset: '連線已重設',
  'cut-off': '回應尚未完整，連線就已關閉',
  closed: '連線已關閉',
  'network-unreachable': '無法連上網路',
  'host-unreachable': '無法連上主機',
  'not-tls': '對方未使用 TLS',
  'headers-too-large': '回應的標頭超過 16 KB',
  'timed-out': '連線逾時',
  'not-http': '回應不是 HTTP',
  damaged: '壓縮的回應已損毀',
  failed: '連線失敗',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: '不受信任',
    hint: '若使用公司的代理伺服器，請將 NODE_EXTRA_CA_CERTS 指向含有其根憑證的檔案。',
  },
  'other-host': {
    what: '屬於另一台主機',
    hint: '此位址由其他伺服器回應：請檢查 HF_ENDPOINT 和 OPENCLAW_HUGGINGFACE_BASE_URL；網路的登入頁面也會造成這種情況。',
  },
  'not-yet-valid': {
    what: '尚未生效',
    hint: '這台電腦的時鐘可能慢了。請檢查：date',
  },
  expired: {
    what: '已過期',
    hint: '這台電腦的時鐘可能快了。請用 date 檢查；若時間正確，則是伺服器需要更換憑證。',
  },
};

function unreachable(host: string, why: string, code: string | null): string {
  return `無法連線到 ${host}：${why}${code === null ? '' : `（${code}）`}。`;
}

function through(proxy: string | null): string {
  return proxy === null ? '' : `代理伺服器 ${proxy} 失敗：`;
}

/** The value is never shown: it may hold a password. */
function badProxy(name: string, why: string) {
  return {
    message: `無法使用 ${name} 中的代理伺服器：${why}。`,
    hint: `請設定 ${name}=http://host:port，或取消設定：unset ${name}`,
  };
}

/** What can be wrong with the address of a proxy. */
const PROXY_FAULTS = {
  notAUrl: '它不是 URL',
  scheme: (scheme: string) => `不支援 ${scheme} 代理伺服器，只支援 http:// 和 https://`,
  escape: '其使用者名稱或密碼中有 %，但後面不是兩個十六進位數字',
};

export const networkProblems = {
  unreachable: ({ host, proxy, why, code }) => ({
    message: unreachable(host, through(proxy) + connections[why], code),
    hint: proxy === null ? CHECK_NETWORK : CHECK_PROXY,
  }),
  'bad-certificate': ({ host, proxy, why, code }) => ({
    message: unreachable(host, `${through(proxy)}其憑證${certificates[why].what}`, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }) => ({
    message: `無法連線到 ${host}：代理伺服器 ${proxy} 拒絕連線（${status}）。`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }) => ({
    message: `無法連線到 ${host}：代理伺服器 ${proxy} 要求使用者名稱和密碼（${status}）。`,
    hint: '請設定 HTTPS_PROXY=http://user:password@host:port，或將該主機列入 NO_PROXY。',
  }),
  'proxy-not-a-url': ({ name }) => badProxy(name, PROXY_FAULTS.notAUrl),
  'proxy-scheme': ({ name, scheme }) => badProxy(name, PROXY_FAULTS.scheme(scheme)),
  'proxy-escape': ({ name }) => badProxy(name, PROXY_FAULTS.escape),
  'no-answer': ({ host, seconds }) => ({
    message: `${host} 未在 ${seconds} 秒內回應。`,
    hint: '請再試一次。不連線繼續：--offline',
  }),
} satisfies Partial<Words['problems']>;
