// Loaded before a program with node --import: it reaches this machine and no other, and says so if it tries.
import dgram from "node:dgram";
import dns from "node:dns";
import {syncBuiltinESMExports} from "node:module";
import net from "node:net";

function refusal(host) {
  const error = new Error(`the network is off: ${host}`);
  // Whoever asks may swallow the error; what is printed stays.
  process.stderr.write(`${error.message}\n`);
  return error;
}

const isHere = (host) => !host || /^(?:localhost|127\.[\d.]+|::1|::|0\.0\.0\.0)$/.test(host);

const {connect} = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === "object" ? first.host : typeof second === "string" ? second : null;
  return isHere(host) ? connect.apply(this, args) : this.destroy(refusal(host));
};

const {lookup} = dns;
dns.lookup = (host, ...rest) =>
  isHere(host) ? lookup(host, ...rest) : process.nextTick(rest.at(-1), refusal(host));
const lookupSoon = dns.promises.lookup;
dns.promises.lookup = async (host, ...rest) => {
  if (!isHere(host)) throw refusal(host);
  return lookupSoon(host, ...rest);
};
for (const name of Object.keys(dns.Resolver.prototype).filter((name) => /^(?:resolve|reverse)/.test(name)))
  dns[name] = dns.promises[name] = (host) => {
    throw refusal(host);
  };
dgram.Socket.prototype.send = dgram.Socket.prototype.connect = () => {
  throw refusal("a datagram");
};
syncBuiltinESMExports();
