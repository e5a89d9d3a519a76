import type { Words } from '../../words.ts';

const CHECK_NETWORK = '请检查网络；若在代理服务器后方，请配置 HTTPS_PROXY。使用 --offline 则不需连接到服务。';
const CHECK_PROXY = '请检查 HTTPS_PROXY 和 HTTP_PROXY，或将该主机列入 NO_PROXY。使用 --offline 则不需连接到服务。';
const connections = {
  'host-not-found': '找不到主机',
  'lookup-failed': '无法查找其名称',
  refused: '连接遭拒',
  reset: '连接已重设',
  'cut-off': '回应尚未完整，连接就已关闭',
  closed: '连接已关闭',
  'network-unreachable': '无法连上网络',
  'host-unreachable': '无法连上主机',
  'not-tls': '对方未使用 TLS',
  'headers-too-large': '回应的标头超过 16 KB',
  'timed-out': '连接逾时',
  'not-http': '回应不是 HTTP',
  damaged: '压缩的回应已损毁',
  failed: '连接失败',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: '不受信任',
    hint: '若在公司的代理服务器后方，请将 NODE_EXTRA_CA_CERTS 指向含有其根凭证的文件。',
  },
  'other-host': {
    what: '属于另一台主机',
    hint: '此地址由其他服务器回应：请检查 HF_ENDPOINT 和 OPENCLAW_HUGGINGFACE_BASE_URL；网络的登录页面也会造成这种情况。',
  },
  'not-yet-valid': {
    what: '尚未生效',
    hint: '这台电脑的时钟可能过慢。请检查：date',
  },
  expired: {
    what: '已过期',
    hint: '这台电脑的时钟可能过快。请用 date 检查；若时间正确，则是服务器需要新的凭证。',
  },
};

function unreachable(host: string, why: string, code: string | null): string {
  return `无法连接到 ${host}：${why}${code === null ? '' : `（${code}）`}。`;
}

function through(proxy: string | null): string {
  return proxy === null ? '' : `代理服务器 ${proxy} 失败：`;
}

/** The value is never shown: it may hold a password. */
function badProxy(name: string, why: string) {
  return {
    message: `无法使用 ${name} 中的代理服务器：${why}。`,
    hint: `请配置 ${name}=http://host:port，或取消配置：unset ${name}`,
  };
}

/** What can be wrong with the address of a proxy. */
const PROXY_FAULTS = {
  notAUrl: '它不是 URL',
  scheme: (scheme: string) => `不支持 ${scheme} 代理服务器，只支持 http:// 和 https://`,
  escape: '其用户名或密码中有 %，但后面不是两个十六进位数字',
};

export const networkProblems = {
  unreachable: ({ host, proxy, why, code }) => ({
    message: unreachable(host, through(proxy) + connections[why], code),
    hint: proxy === null ? CHECK_NETWORK : CHECK_PROXY,
  }),
  'bad-certificate': ({ host, proxy, why, code }) => ({
    message: unreachable(host, `${through(proxy)}其凭证${certificates[why].what}`, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }) => ({
    message: `无法连接到 ${host}：代理服务器 ${proxy} 拒绝连接（${status}）。`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }) => ({
    message: `无法连接到 ${host}：代理服务器 ${proxy} 要求用户名和密码（${status}）。`,
    hint: '请配置 HTTPS_PROXY=http://user:password@host:port，或将该主机列入 NO_PROXY。',
  }),
  'proxy-not-a-url': ({ name }) => badProxy(name, PROXY_FAULTS.notAUrl),
  'proxy-scheme': ({ name, scheme }) => badProxy(name, PROXY_FAULTS.scheme(scheme)),
  'proxy-escape': ({ name }) => badProxy(name, PROXY_FAULTS.escape),
  'no-answer': ({ host, seconds }) => ({
    message: `${host} 未在 ${seconds} 秒内回应。`,
    hint: '请再试一次；使用 --offline 则不需连接到服务。',
  }),
} satisfies Partial<Words['problems']>;
