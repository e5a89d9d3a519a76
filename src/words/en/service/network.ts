const CHECK_NETWORK = 'Check the network, or set HTTPS_PROXY behind a proxy. To go without: --offline';
const CHECK_PROXY = 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY. To go without: --offline';
const connections = {
  'host-not-found': 'host not found',
  'lookup-failed': 'its name could not be looked up',
  refused: 'the connection was refused',
  reset: 'the connection was reset',
  'cut-off': 'the connection closed before the answer was complete',
  closed: 'the connection was closed',
  'network-unreachable': 'network unreachable',
  'host-unreachable': 'host unreachable',
  'not-tls': 'it does not speak TLS',
  'headers-too-large': 'its answer has more than 16 KB of headers',
  'timed-out': 'the connection timed out',
  'not-http': 'its answer is not HTTP',
  damaged: 'its compressed answer is damaged',
  failed: 'the connection failed',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: 'is not trusted',
    hint: 'Behind a company proxy, point NODE_EXTRA_CA_CERTS at the file with its root certificate.',
  },
  'other-host': {
    what: 'is for another host',
    hint: 'Something else answers at this address: check HF_ENDPOINT and OPENCLAW_HUGGINGFACE_BASE_URL; a login page of the network does this too.',
  },
  'not-yet-valid': {
    what: 'is not valid yet',
    hint: "This machine's clock may be slow. Check it: date",
  },
  expired: {
    what: 'has expired',
    hint: "This machine's clock may be fast. Check it: date. If it is right, the server needs a new certificate.",
  },
};

function unreachable(host: string, why: string, code: string | null): string {
  return `${host} could not be reached: ${why}${code === null ? '' : ` (${code})`}.`;
}

function through(proxy: string | null): string {
  return proxy === null ? '' : `the proxy ${proxy} failed: `;
}

/** The value is never shown: it may hold a password. */
function badProxy(name: string, why: string) {
  return {
    message: `The proxy in ${name} can't be used: ${why}.`,
    hint: `Set ${name}=http://host:port, or unset it: unset ${name}`,
  };
}

/** What the network does. `host`, `proxy`: `host:port`; `code`: Node's, where there is one. */
export const networkProblems = {
  unreachable: ({
    host,
    proxy,
    why,
    code,
  }: {
    host: string;
    proxy: string | null;
    why: keyof typeof connections;
    code: string | null;
  }) => ({
    message: unreachable(host, through(proxy) + connections[why], code),
    hint: proxy === null ? CHECK_NETWORK : CHECK_PROXY,
  }),
  'bad-certificate': ({
    host,
    proxy,
    why,
    code,
  }: {
    host: string;
    proxy: string | null;
    why: keyof typeof certificates;
    code: string;
  }) => ({
    message: unreachable(host, `${through(proxy)}its certificate ${certificates[why].what}`, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }: { host: string; proxy: string; status: number }) => ({
    message: `${host} could not be reached: the proxy ${proxy} refused the connection (${status}).`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }: { host: string; proxy: string; status: number }) => ({
    message: `${host} could not be reached: the proxy ${proxy} wants a user name and a password (${status}).`,
    hint: 'Set HTTPS_PROXY=http://user:password@host:port, or list the host in NO_PROXY.',
  }),
  'proxy-not-a-url': ({ name }: { name: string }) => badProxy(name, 'it is not a URL'),
  'proxy-scheme': ({ name, scheme }: { name: string; scheme: string }) =>
    badProxy(name, `${scheme} proxies are not supported, only http:// and https:// ones`),
  'proxy-escape': ({ name }: { name: string }) =>
    badProxy(name, 'its user name or password has a % that is not followed by two hexadecimal digits'),
  'no-answer': ({ host, seconds }: { host: string; seconds: number }) => ({
    message: `${host} did not answer within ${seconds} s.`,
    hint: 'Try again. To go without: --offline',
  }),
};
