/**
 * Whether NO_PROXY excepts a URL, as curl reads it: a list by commas or blanks of host names (with all below them; a
 * leading `.` or `*.` changes nothing), addresses, and networks (`10.0.0.0/8`, `fd00::/8`), each with a port or
 * without one (`host:8443`, `[::1]:8443`). A `*` among them excepts everything.
 */
export function isExcepted(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && (entry === '*' || matches(parseEntry(entry), host, port)));
}

type Entry = { host: string; port: string | undefined };

/** A bare IPv6 address has colons of its own, so a port needs its brackets. */
function parseEntry(text: string): Entry {
  const [, bracketed, bracketedPort] = /^\[(.*)\](?::(\d+))?$/.exec(text) ?? [];
  if (bracketed !== undefined) return { host: bracketed, port: bracketedPort };
  const [, host, port] = /^([^:]*):(\d+)$/.exec(text) ?? [];
  return host === undefined ? { host: text, port: undefined } : { host, port };
}

function matches(entry: Entry, host: string, port: string): boolean {
  if (entry.port !== undefined && entry.port !== port) return false;
  const { isIP } = process.getBuiltinModule('node:net');
  if (isIP(host) !== 0) return isInNetwork(entry.host, host);
  const name = entry.host.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

function isInNetwork(text: string, host: string): boolean {
  const { BlockList, isIP } = process.getBuiltinModule('node:net');
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  if (family === 0) return false;
  const whole = family === 6 ? 128 : 32;
  const length = bits === undefined ? whole : Number(bits);
  if (!Number.isInteger(length) || bits === '' || length < 0 || length > whole) return false;
  const list = new BlockList();
  list.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4');
  return list.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}
