import { changed, flip, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Forged, type Forgery, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";

/* By which names and ids a log is known, and which entries count. */

const HOSTS = ["rekor1.mini.test:3003", "rekor2.mini.test:3003"] as const;
let mini: MiniSigstore;
let withPorts: MiniSigstore;
let other: MiniSigstore;

beforeAll(async () => {
  mini = await startMiniSigstore();
  other = await startMiniSigstore();
  withPorts = await startMiniSigstore({ logHosts: HOSTS });
});
afterAll(async () => {
  for (const instance of [mini, other, withPorts]) await instance.close();
});

interface Instance {
  readonly baseUrl: string;
  readonly logId: { readonly keyId: string };
}
type Root = Record<"tlogs" | "ctlogs", Instance[]>;

/** The trusted root with its logs, or only those of one kind, changed. */
function rootWith(
  of: MiniSigstore,
  change: (log: Instance) => object,
  kinds: readonly (keyof Root)[] = ["tlogs", "ctlogs"],
): object {
  const root: Root = JSON.parse(of.trustedRoot);
  return { ...root, ...Object.fromEntries(kinds.map((kind) => [kind, root[kind].map(change)])) };
}

const four = ({ logId }: Instance) => ({
  keyId: Buffer.from(logId.keyId, "base64").subarray(0, 4).toString("base64"),
});
const ENTRIES: Path = ["verificationMaterial", "tlogEntries"];
const FORGERIES = (["v1", "v2"] as const).flatMap((log) =>
  (["key", "certificate"] as const).map((key) => ({ content: `${log} ${key}`, log, key })),
);

async function said(of: MiniSigstore, forgery: Forgery, trustedRoot: unknown): Promise<string> {
  const { bundle, publicKey } = await forge(of, forgery);
  return await judge(of, {
    content: forgery.content,
    bundle,
    trustedRoot,
    publicKey: forgery.key === "key" ? publicKey : undefined,
  });
}

describe.each(FORGERIES)("an entry of $log by a $key", (forgery) => {
  it("is found by the log's id, and its checkpoint by the checkpoint's", async () => {
    const recommended = rootWith(mini, (log) => ({ ...log, checkpointKeyId: four(log) }));
    expect(await said(mini, forgery, recommended)).toBe("verified");
  });

  it("is found by the log's key where the root has the checkpoint's id alone", async () => {
    const alone = rootWith(mini, ({ logId, ...log }) => ({
      ...log,
      checkpointKeyId: four({ ...log, logId }),
    }));
    expect(await said(mini, forgery, alone)).toBe("verified");
    const short = rootWith(mini, (log) => ({ ...log, logId: four(log) }));
    expect(await said(mini, forgery, short)).toBe("verified");
  });

  it("is refused with the id of another checkpoint key", async () => {
    const wrong = rootWith(mini, (log) => ({
      ...log,
      checkpointKeyId: { keyId: flip(four(log).keyId) },
    }));
    expect(await said(mini, forgery, wrong)).toMatch(
      /^log-entry-invalid: (invalid checkpoint signature|.*its checkpoint is not that of its log)/,
    );
  });

  it.each([
    ["host and port", HOSTS, "verified"],
    ["another port", ["rekor1.mini.test:3004", "rekor2.mini.test:3004"], "log-entry-invalid"],
    ["the host alone", ["rekor1.mini.test", "rekor2.mini.test"], "log-entry-invalid"],
    ["a longer host", ["x.rekor1.mini.test:3003", "x.rekor2.mini.test:3003"], "log-entry-invalid"],
  ] as const)("whose log has a port, under a root with %s", async (_what, hosts, expected) => {
    let at = 0;
    const root = rootWith(withPorts, (log) => ({ ...log, baseUrl: `https://${hosts[at++]}` }), [
      "tlogs",
    ]);
    expect(await said(withPorts, forgery, root)).toMatch(new RegExp(`^${expected}`));
  });

  it("may have the host alone as its name under a root with a port, also the default one", async () => {
    for (const port of [3003, 443]) {
      const root = rootWith(mini, (log) => ({ ...log, baseUrl: `${log.baseUrl}:${port}/` }), [
        "tlogs",
      ]);
      expect(await said(mini, forgery, root)).toBe("verified");
    }
  });
});

it("an entry whose log's id begins otherwise than its checkpoint's is verified", async () => {
  const content = "x";
  const { bundle } = await forge(mini, { content, log: "v2" });
  const keyId = Buffer.alloc(32, 7).toString("base64");
  // A v2 log's id stands in no signature: as if the log had always been called so.
  const renamed = changed(bundle, [...ENTRIES, 0, "logId", "keyId"], () => keyId);
  const trustedRoot = rootWith(
    mini,
    (log) => ({ ...log, logId: { keyId }, checkpointKeyId: four(log) }),
    ["tlogs"],
  );
  expect(await judge(mini, { content, bundle: renamed, trustedRoot })).toBe("verified");
  const withoutIt = rootWith(mini, (log) => ({ ...log, logId: { keyId } }), ["tlogs"]);
  expect(await judge(mini, { content, bundle: renamed, trustedRoot: withoutIt })).toMatch(
    /^log-entry-invalid/,
  );
});

describe("entries count by how many hold", () => {
  const content = "f";
  let ours: Forged;
  let foreign: unknown;

  beforeAll(async () => {
    ours = await forge(mini, { content, key: "key", log: "v2" });
    const theirs = await forge(other, { content });
    foreign = (theirs.bundle["verificationMaterial"] as { tlogEntries: unknown[] }).tlogEntries[0];
  });
  const verdict = (change: (entries: unknown[]) => unknown[], requireLog?: boolean) =>
    judge(mini, {
      content,
      bundle: changed(ours.bundle, ENTRIES, change),
      publicKey: ours.publicKey,
      ...(requireLog === undefined ? {} : { requireLog }),
    });

  it("one of an unknown log is ignored beside one that holds", async () => {
    expect(await verdict((entries) => [...entries, foreign])).toBe("verified");
    expect(await verdict((entries) => [foreign, ...entries])).toBe("verified");
  });

  it("one of an unknown log alone is none", async () => {
    expect(await verdict(() => [foreign])).toMatch(
      /^log-entry-invalid: .*its log is not in the trusted root/,
    );
    expect(await verdict(() => [foreign], false)).toBe("verified");
  });

  it("one of a known log that does not hold refuses the bundle, whatever is beside it", async () => {
    const another = await forge(mini, { content: "another", key: "key", log: "v2" });
    const wrong = (another.bundle["verificationMaterial"] as { tlogEntries: unknown[] })
      .tlogEntries[0];
    expect(await verdict((entries) => [...entries, wrong])).toMatch(/^log-entry-invalid/);
    expect(await verdict((entries) => [...entries, wrong], false)).toMatch(/^log-entry-invalid/);
  });
});

describe("a key beside a trusted root", () => {
  it("asks for a log entry where the root names a log, as cosign does, unless asked not to", async () => {
    const content = "f";
    const { bundle, publicKey } = await forge(mini, { content, key: "key", log: "none" });
    const judged = { content, bundle, publicKey };
    expect(await judge(mini, judged)).toMatch(/^log-entry-invalid: expected 1 tlog entries, got 0/);
    expect(await judge(mini, { ...judged, requireLog: false })).toBe("verified");
    const trustedRoot = { ...JSON.parse(mini.trustedRoot), tlogs: [] };
    expect(await judge(mini, { ...judged, trustedRoot })).toBe("verified");
    expect(await judge(mini, { ...judged, withoutRoot: true })).toBe("verified");
  });

  it("goes without one for no certificate", async () => {
    const bundle = (await forge(mini, { content: "f", log: "none" })).bundle;
    expect(await judge(mini, { content: "f", bundle, requireLog: false })).toMatch(
      /^log-entry-invalid/,
    );
  });
});
