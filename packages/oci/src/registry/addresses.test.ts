import { expect, test } from "vitest";
import { lookupWithin, type Resolve, reachOf, reachOfHost } from "./addresses.ts";
import { createJudge } from "./judge.ts";

test.each([
  ["127.0.0.1", "loopback"],
  ["0.0.0.0", "reserved"],
  ["169.254.169.254", "reserved"],
  ["255.255.255.255", "reserved"],
  ["100.100.100.200", "reserved"],
  ["::", "reserved"],
  ["::1", "loopback"],
  ["fe80::1%eth0", "reserved"],
  ["fd00:ec2::254", "reserved"],
  ["::ffff:127.0.0.1", "loopback"],
  ["::ffff:7f00:1", "loopback"],
  ["0:0:0:0:0:ffff:a9fe:a9fe", "reserved"],
  ["64:ff9b::a9fe:a9fe", "reserved"],
  ["2002:7f00:1::1", "loopback"],
  ["::7f00:1", "loopback"],
  ["10.1.2.3", "private"],
  ["172.16.0.1", "private"],
  ["172.32.0.1", "public"],
  ["192.168.1.1", "private"],
  ["100.64.0.1", "private"],
  ["fd12::1", "private"],
  ["::ffff:10.0.0.1", "private"],
  ["93.184.216.34", "public"],
  ["2606:2800:220:1::1", "public"],
])("%s is %s", (address, reach) => {
  expect(reachOf(address)).toBe(reach);
});

const NAMES: Readonly<Record<string, readonly string[]>> = {
  "registry.example": ["93.184.216.34"],
  "inside.example": ["10.0.0.1"],
  "cdn.example": ["93.184.216.35", "2606:2800:220:1::1"],
  "rebound.example": ["93.184.216.36", "169.254.169.254"],
  "minio.example": ["10.0.0.2"],
};
const resolve: Resolve = (name, done) => {
  const addresses = NAMES[name];
  if (addresses === undefined) return done(new Error(`no ${name}`), []);
  done(
    null,
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
  );
};

/** What a connection to an address that a registry gave ends with. */
async function reach(registry: string, address: string, options = {}): Promise<string> {
  const judge = createJudge(new URL(registry), options, resolve);
  const url = new URL(address);
  try {
    const lookup = await judge.lookupFor(url, "The registry sent the blob");
    return await new Promise((settle) =>
      lookup(url.hostname, { all: true }, (error, found) =>
        settle(error?.message ?? (found as { address: string }[]).map((one) => one.address).join()),
      ),
    );
  } catch (error) {
    return (error as Error).message;
  }
}

test("a public registry leads to public addresses only, by https", async () => {
  const from = (address: string, options = {}) =>
    reach("https://registry.example", address, options);
  const sent = (to: string, why: string) => `The registry sent the blob to ${to}, ${why}`;
  expect(await from("https://cdn.example/x")).toBe("93.184.216.35,2606:2800:220:1::1");
  expect(await from("https://registry.example:8443/x")).toBe("93.184.216.34");
  expect(await from("https://rebound.example/x")).toBe(
    "rebound.example stands for 169.254.169.254, which is no public address",
  );
  expect(await from("https://minio.example/x")).toBe(
    "minio.example stands for 10.0.0.2, which is no public address",
  );
  for (const host of [
    "169.254.169.254",
    "10.0.0.1",
    "[::1]",
    "127.1",
    "0x7f.1",
    "localhost",
    "a.localhost",
  ]) {
    const { origin } = new URL(`https://${host}`);
    expect(await from(`https://${host}/latest`)).toBe(sent(origin, "which is no public address"));
  }
  for (const address of [
    "http://cdn.example/x",
    "http://registry.example/x",
    "ftp://cdn.example/x",
  ]) {
    expect(await from(address)).toMatch("which is not by https");
  }
  expect(await from("https://user:secret@cdn.example/x")).toBe(
    sent("https://cdn.example", "with a user or password in the address"),
  );
});

test("a registry of a private network may lead into it, and not to the machine itself", async () => {
  const from = (address: string) => reach("https://inside.example", address);
  expect(await from("https://minio.example/x")).toBe("10.0.0.2");
  expect(await from("https://10.0.0.9/x")).not.toMatch("no public address");
  expect(await from("https://169.254.169.254/x")).toMatch("which is no public address");
  expect(await from("https://127.0.0.1/x")).toMatch("which is no public address");
});

test("a registry of this machine may lead to its other ports, and to no service of a cloud", async () => {
  const from = (address: string) => reach("http://127.0.0.1:5000", address);
  expect(await from("http://127.0.0.1:9000/x")).not.toMatch("no public address");
  expect(await from("https://minio.example/x")).toBe("10.0.0.2");
  expect(await from("http://169.254.169.254/x")).toMatch("which is not by https");
  expect(await from("https://169.254.169.254/x")).toMatch("which is no public address");
  expect(await from("https://rebound.example/x")).toMatch("which is no public address");
  expect(await from("http://cdn.example/x")).toMatch("which is not by https");
});

test("what the user named is believed", async () => {
  const from = (address: string, options: object) =>
    reach("https://registry.example", address, options);
  expect(await from("http://minio.example:9000/x", { plainHttp: ["minio.example:9000"] })).toBe(
    "10.0.0.2",
  );
  expect(await from("https://minio.example/x", { trustedRealms: ["minio.example"] })).toBe(
    "10.0.0.2",
  );
  expect(await from("http://minio.example:9001/x", { plainHttp: ["minio.example:9000"] })).toMatch(
    "which is not by https",
  );
});

test("one address is given where one is asked for, and an error of the resolver is handed on", async () => {
  const one = await new Promise((settle) =>
    lookupWithin(() => true, resolve)("cdn.example", {}, (_, address, family) =>
      settle([address, family]),
    ),
  );
  expect(one).toEqual(["93.184.216.35", 4]);
  const none = await new Promise((settle) =>
    lookupWithin(() => true, resolve)("lost.example", {}, (error) => settle(error?.message)),
  );
  expect(none).toBe("no lost.example");
  expect(
    await Promise.all(
      ["rebound.example", "inside.example", "lost.example", "[::1]"].map((name) =>
        reachOfHost(name, resolve),
      ),
    ),
  ).toEqual(["public", "private", "public", "loopback"]);
});
