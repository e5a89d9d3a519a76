import type { networkProblems as english } from '../../en/service/network.ts';
import { aside } from '../units.ts';

const CHECK_NETWORK =
  '네트워크를 확인하거나, 프록시를 쓴다면 HTTPS_PROXY 변수를 설정하세요.\n서비스 없이 실행하려면: --offline';
const CHECK_PROXY = 'HTTPS_PROXY, HTTP_PROXY, NO_PROXY 값을 확인하세요.\n서비스 없이 실행하려면: --offline';
const connections = {
  'host-not-found': '호스트를 찾을 수 없습니다',
  'lookup-failed': '호스트 이름을 조회할 수 없습니다',
  refused: '연결이 거부되었습니다',
  reset: '연결이 재설정되었습니다',
  'cut-off': '응답이 끝나기 전에 연결이 끊겼습니다',
  closed: '연결이 끊겼습니다',
  'network-unreachable': '네트워크에 연결할 수 없습니다',
  'host-unreachable': '호스트에 연결할 수 없습니다',
  'not-tls': 'TLS로 응답하지 않습니다',
  'headers-too-large': '응답 헤더가 16 KB를 넘습니다',
  'timed-out': '연결 시간이 초과되었습니다',
  'not-http': 'HTTP 응답이 아닙니다',
  damaged: '압축된 응답이 손상되었습니다',
  failed: '연결에 실패했습니다',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: '인증서를 신뢰할 수 없습니다',
    hint: '회사 프록시를 쓴다면 NODE_EXTRA_CA_CERTS 변수에 루트 인증서 파일을 지정하세요.',
  },
  'other-host': {
    what: '다른 호스트의 인증서입니다',
    hint: '이 주소에서 다른 서버가 응답합니다. HF_ENDPOINT, OPENCLAW_HUGGINGFACE_BASE_URL 값을 확인하세요. 네트워크 로그인 페이지가 원인일 수도 있습니다.',
  },
  'not-yet-valid': {
    what: '인증서가 아직 유효하지 않습니다',
    hint: '이 컴퓨터의 시계가 느릴 수 있습니다. 확인: date',
  },
  expired: {
    what: '인증서가 만료되었습니다',
    hint: '이 컴퓨터의 시계가 빠를 수 있습니다. 확인: date\n시계가 정확하다면 서버에 새 인증서가 필요합니다.',
  },
};

function unreachable(host: string, why: string, code: string | null): string {
  return `${host}에 연결할 수 없습니다: ${code === null ? why : aside(why, code)}.`;
}

function through(proxy: string | null): string {
  return proxy === null ? '' : `프록시 ${proxy} 오류: `;
}

/** The value is never shown: it may hold a password. */
function badProxy(name: string, why: string) {
  return {
    message: `${name}의 프록시를 쓸 수 없습니다: ${why}.`,
    hint: `${name}=http://host:port 형식으로 설정하거나 해제하세요: unset ${name}`,
  };
}

/** What the network does. `host`, `proxy`: `host:port`; `code`: Node's, where there is one. */
export const networkProblems = {
  unreachable: ({ host, proxy, why, code }) => ({
    message: unreachable(host, through(proxy) + connections[why], code),
    hint: proxy === null ? CHECK_NETWORK : CHECK_PROXY,
  }),
  'bad-certificate': ({ host, proxy, why, code }) => ({
    message: unreachable(host, through(proxy) + certificates[why].what, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }) => ({
    message: `${host}에 연결할 수 없습니다: 프록시 ${proxy}에서 연결을 거부했습니다(${status}).`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }) => ({
    message: `${host}에 연결할 수 없습니다: 프록시 ${proxy}에 사용자 이름과 비밀번호가 필요합니다(${status}).`,
    hint: 'HTTPS_PROXY=http://user:password@host:port 형식으로 설정하거나 호스트를 NO_PROXY 목록에 넣으세요.',
  }),
  'proxy-not-a-url': ({ name }) => badProxy(name, 'URL이 아닙니다'),
  'proxy-scheme': ({ name, scheme }) =>
    badProxy(name, `${scheme} 프록시는 지원하지 않습니다. http:// 또는 https:// 주소만 쓸 수 있습니다`),
  'proxy-escape': ({ name }) =>
    badProxy(name, '사용자 이름이나 비밀번호에 두 자리 16진수가 뒤따르지 않는 % 문자가 있습니다'),
  'no-answer': ({ host, seconds }) => ({
    message: `${host}: ${seconds}초 안에 응답하지 않았습니다.`,
    hint: '다시 시도하세요. 서비스 없이 실행하려면: --offline',
  }),
} satisfies typeof english;
