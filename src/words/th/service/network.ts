const CHECK_NETWORK = 'ตรวจสอบ​เครือข่าย หรือตั้งค่า HTTPS_PROXY หากอยู่หลังพร็อกซี  ทำงาน​โดยไม่ใช้​เครือข่าย: --offline';
const CHECK_PROXY = 'ตรวจสอบ HTTPS_PROXY, HTTP_PROXY และ NO_PROXY  ทำงาน​โดยไม่ใช้​เครือข่าย: --offline';
const connections = {
  'host-not-found': 'ไม่พบโฮสต์',
  'lookup-failed': 'ค้นหาชื่อโฮสต์​ไม่สำเร็จ',
  refused: 'การเชื่อมต่อ​ถูกปฏิเสธ',
  reset: 'การเชื่อมต่อ​ถูกรีเซ็ต',
  'cut-off': 'การเชื่อมต่อ​ปิดก่อน​ได้รับคำตอบครบ',
  closed: 'การเชื่อมต่อถูกปิด',
  'network-unreachable': 'เข้าถึงเครือข่าย​ไม่ได้',
  'host-unreachable': 'เข้าถึงโฮสต์ไม่ได้',
  'not-tls': 'ปลายทางไม่ได้ใช้ TLS',
  'headers-too-large': 'คำตอบมีเฮดเดอร์​มากกว่า 16 KB',
  'timed-out': 'การเชื่อมต่อ​หมดเวลา',
  'not-http': 'คำตอบไม่ใช่ HTTP',
  damaged: 'คำตอบที่บีบอัด​มาเสียหาย',
  failed: 'การเชื่อมต่อ​ล้มเหลว',
};

/** What is wrong with a certificate, and what helps. */
const certificates = {
  untrusted: {
    what: 'ไม่น่าเชื่อถือ',
    hint: 'หากอยู่หลัง​พร็อกซี​ของบริษัท ให้ตั้ง NODE_EXTRA_CA_CERTS เป็นไฟล์ที่มี root certificate ของบริษัท',
  },
  'other-host': {
    what: 'เป็นของโฮสต์อื่น',
    hint: 'มีสิ่งอื่นตอบกลับ​ที่ที่อยู่นี้  ตรวจสอบ HF_ENDPOINT และ OPENCLAW_HUGGINGFACE_BASE_URL  หน้าเข้าสู่ระบบ​ของเครือข่าย​ก็ทำให้เกิด​ปัญหานี้ได้',
  },
  'not-yet-valid': {
    what: 'ยังไม่ถึงวัน​ที่เริ่มใช้',
    hint: 'นาฬิกา​ของเครื่องนี้​อาจช้า  ตรวจสอบด้วย: date',
  },
  expired: {
    what: 'หมดอายุแล้ว',
    hint: 'นาฬิกา​ของเครื่องนี้​อาจเร็ว  ตรวจสอบ​ด้วยคำสั่ง date  หากเวลาถูกต้อง เซิร์ฟเวอร์​ต้องใช้ใบรับรองใหม่',
  },
};

function unreachable(host: string, why: string, code: string | null): string {
  return `เชื่อมต่อ ${host} ไม่ได้: ${why}${code === null ? '' : ` (${code})`}`;
}

function through(proxy: string | null): string {
  return proxy === null ? '' : `พร็อกซี ${proxy} ล้มเหลว: `;
}

/** The value is never shown: it may hold a password. */
function badProxy(name: string, why: string) {
  return {
    message: `ใช้พร็อกซีใน ${name} ไม่ได้: ${why}`,
    hint: `ตั้งค่า ${name}=http://host:port หรือยกเลิกค่า: unset ${name}`,
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
    message: unreachable(host, `${through(proxy)}ใบรับรอง${certificates[why].what}`, code),
    hint: certificates[why].hint,
  }),
  'refused-by-proxy': ({ host, proxy, status }: { host: string; proxy: string; status: number }) => ({
    message: `เชื่อมต่อ ${host} ไม่ได้: พร็อกซี ${proxy} ปฏิเสธการเชื่อมต่อ (${status})`,
    hint: CHECK_PROXY,
  }),
  'proxy-needs-login': ({ host, proxy, status }: { host: string; proxy: string; status: number }) => ({
    message: `เชื่อมต่อ ${host} ไม่ได้: พร็อกซี ${proxy} ต้องการชื่อผู้ใช้​และรหัสผ่าน (${status})`,
    hint: 'ตั้งค่า HTTPS_PROXY=http://user:password@host:port หรือเพิ่มโฮสต์ใน NO_PROXY',
  }),
  'proxy-not-a-url': ({ name }: { name: string }) => badProxy(name, 'ไม่ใช่ URL'),
  'proxy-scheme': ({ name, scheme }: { name: string; scheme: string }) =>
    badProxy(name, `ไม่รองรับ​พร็อกซีแบบ ${scheme} รองรับเฉพาะ http:// และ https://`),
  'proxy-escape': ({ name }: { name: string }) => badProxy(name, 'ชื่อผู้ใช้​หรือรหัสผ่านมี % ที่ไม่ได้​ตามด้วย​เลขฐานสิบหก​สองหลัก'),
  'no-answer': ({ host, seconds }: { host: string; seconds: number }) => ({
    message: `${host} ไม่ตอบกลับภายใน ${seconds} วินาที`,
    hint: 'ลองอีกครั้ง  ทำงาน​โดยไม่ใช้​เครือข่าย: --offline',
  }),
};
