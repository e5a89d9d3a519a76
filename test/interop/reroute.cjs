/**
 * `NODE_OPTIONS="--require …/reroute.cjs" OPENCLAW_INTEROP_SERVICE=http://127.0.0.1:<port> openclaw …`
 *
 * Runs a real OpenClaw, unchanged, against a stand-in for Hugging Face: what it opens to huggingface.co or
 * router.huggingface.co arrives in plain HTTP on loopback. Everything else that is not loopback is refused, names
 * are not looked up and no datagram is sent: nothing leaves the machine. Children that are Node inherit it.
 * `OPENCLAW_INTEROP_NPM=1` leaves npm alone: 2026.4 installs with it what its plugins need.
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

const isFreeNpm = process.env.OPENCLAW_INTEROP_NPM === '1' && /npm-cli\.js$/.test(process.argv[1] ?? '');
if (!isFreeNpm) {
  refuseConnections();
  rerouteTls(new URL(process.env.OPENCLAW_INTEROP_SERVICE ?? 'http://127.0.0.1:9'));
  answerLookups();
  for (const owner of [dns, dns.Resolver.prototype]) refuseQueries(owner, answerLater);
  for (const owner of [dns.promises, dns.promises.Resolver.prototype]) refuseQueries(owner, rejected);
  dgram.Socket.prototype.send = (...args) => answerLater(args, refusal('ENETUNREACH', 'send', 'a datagram'));
  syncBuiltinESMExports();
}

/** Every TCP connection of Node, TLS too, passes here. */
function refuseConnections() {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function connectLocally(...args) {
    const { host, path } = optionsOf(args);
    if (path || !host || LOOPBACK.test(host)) return connect.apply(this, args);
    process.nextTick(() => this.destroy(refusal('ECONNREFUSED', 'connect', host)));
    return this;
  };
}

function rerouteTls({ hostname, port }) {
  const { connect } = tls;
  tls.connect = (...args) => {
    const { host, servername = host } = optionsOf(args);
    if (!REROUTED.has(servername)) return connect(...args);
    const socket = net.connect({ host: hostname, port: Number(port) });
    // What a client asks of a TLS socket before it speaks HTTP/1.1.
    const answers = { getPeerCertificate: () => ({}), getSession: () => undefined, isSessionReused: () => false };
    Object.assign(socket, { encrypted: true, authorized: true, alpnProtocol: false, servername, ...answers });
    const listener = args.find((arg) => typeof arg === 'function');
    if (listener) socket.once('secureConnect', listener);
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  };
}

function answerLookups() {
  const { lookup } = dns;
  dns.lookup = (name, ...rest) => {
    if (net.isIP(name) || LOOPBACK.test(name)) return lookup(name, ...rest);
    if (!REROUTED.has(name)) return answerLater(rest, refusal('ENOTFOUND', 'getaddrinfo', name));
    const found = { address: SOME_PUBLIC_ADDRESS, family: 4 };
    answerLater(rest, null, ...(rest[0]?.all ? [[found]] : [found.address, found.family]));
  };
  dns.promises.lookup = (name, options = {}) =>
    new Promise((resolve, reject) => {
      dns.lookup(name, options, (error, address, family) => {
        if (error) reject(error);
        else resolve(options.all ? address : { address, family });
      });
    });
}

/** `resolve4`, `reverse` and their kin, which ask a name server by themselves. */
function refuseQueries(owner, answer) {
  for (const method of Object.keys(owner).filter((key) => /^(resolve|reverse)/.test(key))) {
    owner[method] = (...args) => answer(args, refusal('ENOTFOUND', method, args[0]));
  }
}

function answerLater(args, ...answer) {
  const callback = args.at(-1);
  if (typeof callback === 'function') process.nextTick(callback, ...answer);
}

function rejected(_args, error) {
  return Promise.reject(error);
}

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
