import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a guarded process may reach: the machine itself, or nothing at all. */
export type Network = "loopback" | "none";

/**
 * Text of a module that makes every other socket and name look-up of a process fail, and notes it in `journal`, one JSON
 * string a line. Load it with `--import`, before anything else; worker threads inherit it. Plain ECMAScript: it runs in
 * Node 20 too. It covers Node's own network modules (`fetch` too), not programs that the process starts.
 */
const GUARD = `
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const { journal, network } = SETTINGS;
const isLoopback = (host) =>
  host === undefined || host === null || host === "" || host === "localhost" ||
  host === "::1" || host === "[::1]" || /^127\\.\\d+\\.\\d+\\.\\d+$/.test(host);
const refuse = (what) => {
  appendFileSync(journal, JSON.stringify(what) + "\\n");
  return Object.assign(new Error("network guard: " + what + " is not allowed"), { code: "ECONNREFUSED" });
};
const isAllowed = (host) => network === "loopback" && isLoopback(host);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const options = typeof first === "object" && first !== null ? first
    : typeof first === "string" && !/^\\d+$/.test(first) ? { path: first }
    : { port: first, host: typeof args[1] === "string" ? args[1] : undefined };
  if (options.path !== undefined && options.port === undefined) return connect.apply(this, args);
  if (isAllowed(options.host)) return connect.apply(this, args);
  const error = refuse("connect " + (options.host ?? "localhost") + ":" + options.port);
  process.nextTick(() => this.destroy(error));
  return this;
};

for (const [target, wait] of [[dns, true], [dns.promises, false], [dns.Resolver.prototype, true], [dns.promises.Resolver.prototype, false]]) {
  for (const name of Object.getOwnPropertyNames(target)) {
    if (!/^(lookup|resolve|reverse)/.test(name) || typeof target[name] !== "function") continue;
    const original = target[name];
    target[name] = function (host, ...rest) {
      if (isAllowed(host)) return original.call(this, host, ...rest);
      const error = refuse("dns " + name + " " + host);
      if (!wait) return Promise.reject(error);
      process.nextTick(rest.at(-1), error);
    };
  }
}

for (const name of ["send", "connect"]) {
  dgram.Socket.prototype[name] = function () {
    throw refuse("udp " + name);
  };
}
syncBuiltinESMExports();
`;

/** A guard on disk: the arguments for `node`, and what was refused so far. */
export interface NetworkGuard {
  readonly nodeArgs: readonly string[];
  attempts(): Promise<readonly string[]>;
}

export async function networkGuard(folder: string, network: Network): Promise<NetworkGuard> {
  const journal = join(folder, "network-attempts.jsonl");
  const module = join(folder, "network-guard.mjs");
  await writeFile(journal, "");
  await writeFile(module, GUARD.replace("SETTINGS", JSON.stringify({ journal, network })));
  return {
    nodeArgs: ["--import", new URL(`file://${module}`).href],
    attempts: async () =>
      (await readFile(journal, "utf8"))
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => String(JSON.parse(line))),
  };
}
