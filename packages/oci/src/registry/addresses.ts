import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Whom an address can be reached by: this machine only (`loopback`), a network of somebody's own, or anybody. `reserved` are those that no
 * registry has: link-local, multicast, the services of a cloud for its machines.
 */
export type Reach = "reserved" | "loopback" | "private" | "public";

const LOOPBACK = ranges([
  ["127.0.0.0", 8],
  ["::1", 128],
]);
const RESERVED = ranges([
  ["0.0.0.0", 8],
  // Link-local: clouds serve a machine's own secrets there.
  ["169.254.0.0", 16],
  ["224.0.0.0", 3],
  ["::", 128],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
  // What clouds serve there beside.
  ["fd00:ec2::", 32],
  ["100.100.100.200", 32],
]);
const PRIVATE = ranges([
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["fc00::", 7],
]);

function ranges(nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, isIP(net) === 6 ? "ipv6" : "ipv4");
  return list;
}

/** Of an address without brackets. IPv4 in IPv6 (mapped, NAT64, 6to4) counts as the IPv4 that it holds. */
export function reachOf(address: string): Reach {
  const inner = embedded(address);
  const kind = isIP(inner) === 6 ? "ipv6" : "ipv4";
  if (LOOPBACK.check(inner, kind)) return "loopback";
  if (RESERVED.check(inner, kind)) return "reserved";
  return PRIVATE.check(inner, kind) ? "private" : "public";
}

function embedded(address: string): string {
  if (isIP(address) !== 6) return address;
  const plain = address.replace(/%.*$/, "");
  // The URL parser writes every IPv6 address in one way.
  const text = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [, high, low] =
    /^(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(text) ??
    /^2002:([0-9a-f]{1,4}):([0-9a-f]{1,4}):/.exec(text) ??
    [];
  if (high === undefined || low === undefined) return text;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join(".");
}

/** All addresses of a name. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const resolveName: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/**
 * Resolves a name for a connection, and refuses it where one of its addresses reaches less far than allowed: a name that looks public
 * may stand for this machine.
 */
export function lookupWithin(
  isAllowed: (reach: Reach) => boolean,
  resolve: Resolve = resolveName,
): LookupFunction {
  return (hostname, options, done) =>
    resolve(hostname, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined)
        return done(error ?? new Error(`${hostname} has no address`), "", 0);
      const bad = addresses.find(({ address }) => !isAllowed(reachOf(address)));
      if (bad !== undefined) {
        const message = `${hostname} stands for ${bad.address}, which is no public address`;
        return done(Object.assign(new Error(message), { code: "ERR_INVALID_ADDRESS" }), "", 0);
      }
      if (options.all === true) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
}

/** How far the least reaching address of a registry reaches; where that can't be said here (a proxy resolves), as far as any. */
export async function reachOfHost(
  hostname: string,
  resolve: Resolve = resolveName,
): Promise<Reach> {
  const name = hostname.replace(/^\[|\]$/g, "");
  if (isIP(name) !== 0) return reachOf(name);
  return await new Promise((settle) =>
    resolve(name, (error, addresses) => {
      const all = error === null ? addresses.map(({ address }) => reachOf(address)) : [];
      settle((["loopback", "private"] as const).find((reach) => all.includes(reach)) ?? "public");
    }),
  );
}
