/**
 * `NODE_OPTIONS="--require …/reroute.cjs" OPENCLAW_INTEROP_SERVICE=http://127.0.0.1:<port> openclaw …`
 *
 * Runs a real OpenClaw, unchanged, against a stand-in for Hugging Face: what it opens to huggingface.co or
 * router.huggingface.co arrives in plain HTTP on loopback. Everything else that is not loopback is refused, names
 * are not looked up and no datagram is sent: nothing leaves the machine. Children that are Node inherit it.
 */
const dgram = require('node:dgram');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const tls = require('node:tls');

const REROUTED = new Set(['huggingface.co', 'router.huggingface.co']);
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\]|::ffff:127\.\d+\.\d+\.\d+)$/;
/** OpenClaw looks a name up before it connects, and takes no private address for one. Nothing is ever sent there. */
const SOME_PUBLIC_ADDRESS = '18.244.0.1';

const service = new URL(process.env.OPENCLAW_INTEROP_SERVICE ?? 'http://127.0.0.1:9');

const connectSocket = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connect(...args) {
  const { host, path } = optionsOf(args);
  if (path || !host || LOOPBACK.test(host)) return connectSocket.apply(this, args);
  process.nextTick(() => this.destroy(refusal('ECONNREFUSED', 'connect', host)));
  return this;
};

const connectTls = tls.connect;
tls.connect = function connect(...args) {
  const options = optionsOf(args);
  if (!REROUTED.has(options.servername || options.host)) return connectTls.apply(this, args);
  const socket = net.connect({ host: service.hostname, port: Number(service.port) });
  // What a client asks of a TLS socket before it speaks HTTP/1.1.
  Object.assign(socket, { encrypted: true, authorized: true, alpnProtocol: false, servername: options.servername });
  Object.assign(socket, { getPeerCertificate: () => ({}), getSession: () => undefined, isSessionReused: () => false });
  const listener = args.find((arg) => typeof arg === 'function');
  if (listener) socket.once('secureConnect', listener);
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
};

const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  const callback = rest.at(-1);
  const options = typeof rest[0] === 'object' ? rest[0] : { family: rest[0] };
  if (net.isIP(name) || LOOPBACK.test(name)) return lookup(name, ...rest);
  if (!REROUTED.has(name)) return process.nextTick(callback, refusal('ENOTFOUND', 'getaddrinfo', name));
  const found = { address: SOME_PUBLIC_ADDRESS, family: 4 };
  process.nextTick(() => (options?.all ? callback(null, [found]) : callback(null, found.address, found.family)));
};
dns.promises.lookup = (name, options) =>
  new Promise((resolve, reject) => {
    dns.lookup(name, options ?? {}, (error, address, family) => {
      if (error) reject(error);
      else resolve(Array.isArray(address) ? address : { address, family });
    });
  });
for (const owner of [dns, dns.Resolver.prototype]) {
  for (const method of Object.keys(owner).filter((key) => /^(resolve|reverse)/.test(key))) {
    owner[method] = (name, ...rest) => process.nextTick(rest.at(-1), refusal('ENOTFOUND', method, name));
  }
}
for (const owner of [dns.promises, dns.promises.Resolver.prototype]) {
  for (const method of Object.keys(owner).filter((key) => /^(resolve|reverse)/.test(key))) {
    owner[method] = async (name) => {
      throw refusal('ENOTFOUND', method, name);
    };
  }
}

dgram.Socket.prototype.send = (...args) => {
  const callback = args.at(-1);
  if (typeof callback === 'function') process.nextTick(callback, refusal('ENETUNREACH', 'send', 'a datagram'));
};

syncBuiltinESMExports();

/** Of `connect(options)`, `connect(path)`, `connect(port, host)`, and of `net`'s own `connect([options, listener])`. */
function optionsOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first;
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first };
  if (typeof second === 'object' && second !== null) return { ...second, port: first };
  return { port: first, host: typeof second === 'string' ? second : undefined };
}

function refusal(code, syscall, host) {
  return Object.assign(new Error(`${syscall} ${code} ${host}`), { code, syscall, hostname: host });
}
