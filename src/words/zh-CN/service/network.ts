import type { Words } from '../../words.ts';

const CHECK_NETWORK = '请检查网络；如果使用代理服务器，请设置 HTTPS_PROXY。如需离线运行：--offline';
const CHECK_PROXY = '请检查 HTTPS_PROXY、HTTP_PROXY 和 NO_PROXY。如需离线运行：--offline';
const connections = {
  'host-not-found': '找不到主机',
  'lookup-failed': '无法解析其域名',
  refused: '连接被拒绝',
  reset: '连接被重置',
  'cut-off': '响应尚未完整，连接就已关闭',
  closed: '连接已关闭',
  'network-unreachable': '网络不可达',
  'host-unreachable': '主机不可达',
  'not-tls': '对方未使用 TLS',
  'headers-too-large': '响应头超过 16 KB',
  'timed-out': '连接超时',
  'not-http': '响应不是 HTTP',
  damaged: '压缩的响应已损坏',
  failed: '连接失败',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: '不受信任',
    hint: '如果使用公司的代理服务器，请将 NODE_EXTRA_CA_CERTS 指向含有其根证书的文件。',
  },
  'other-host': {
    what: '属于另一台主机',
    hint: '此地址由其他服务器响应：请检查 HF_ENDPOINT 和 OPENCLAW_HUGGINGFACE_BASE_URL；网络的登录页面也会造成这种情况。',
  },
  'not-yet-valid': {
    what: '尚未生效',
    hint: '这台机器的时钟可能偏慢。请检查：date',
  },
  expired: {
    what: '已过期',
    hint: '这台机器的时钟可能偏快。请用 date 检查；如果时间正确，则是服务器需要更换证书。',
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
    hint: `请设置 ${name}=http://host:port，或取消设置：unset ${name}`,
  };
}

/** What can be wrong with the address of a proxy. */
const PROXY_FAULTS = {
  notAUrl: '它不是 URL',
  scheme: (scheme: string) => `不支持 ${scheme} 代理服务器，只支持 http:// 和 https://`,
  escape: '其用户名或密码中有 %，但后面不是两个十六进制数字',
};

export const networkProblems = {
  unreachable: ({ host, proxy, why, code }) => ({
    message: unreachable(host, through(proxy) + connections[why], code),
    hint: proxy === null ? CHECK_NETWORK : CHECK_PROXY,
  }),
  'bad-certificate': ({ host, proxy, why, code }) => ({
    message: unreachable(host, `${through(proxy)}其证书${certificates[why].what}`, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }) => ({
    message: `无法连接到 ${host}：代理服务器 ${proxy} 拒绝连接（${status}）。`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }) => ({
    message: `无法连接到 ${host}：代理服务器 ${proxy} 要求用户名和密码（${status}）。`,
    hint: '请设置 HTTPS_PROXY=http://user:password@host:port，或将该主机列入 NO_PROXY。',
  }),
  'proxy-not-a-url': ({ name }) => badProxy(name, PROXY_FAULTS.notAUrl),
  'proxy-scheme': ({ name, scheme }) => badProxy(name, PROXY_FAULTS.scheme(scheme)),
  'proxy-escape': ({ name }) => badProxy(name, PROXY_FAULTS.escape),
  'no-answer': ({ host, seconds }) => ({
    message: `${host} 未在 ${seconds} 秒内响应。`,
    hint: '请重试。如需离线运行：--offline',
  }),
} satisfies Partial<Words['problems']>;
