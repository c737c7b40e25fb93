import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "@assay/core";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keylessRun, madeBy, readBundle, sign, type TestRun, verify } from "../test/run.ts";
import type { SignOptions } from "./options.ts";

let mini: MiniSigstore;
let root: string;
let run: TestRun;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  run = keylessRun(root, mini);
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  for (const name of ["a.txt", "b.txt", "-x"])
    await writeFile(join(root, name), `content of ${name}`);
});

const v2 = (): Partial<SignOptions> => ({
  files: ["*.txt", "-x"],
  tokenRequestUrl: mini.tokenUrl,
  fulcioUrl: mini.fulcioUrl,
  rekorUrls: [mini.rekorV2Url],
  rekorVersion: 2,
  tsaUrl: mini.tsaUrl,
  trustedRoot: "root.json",
});
const v1 = (): Partial<SignOptions> => ({
  ...v2(),
  rekorUrls: [mini.rekorV1Url],
  rekorVersion: 1,
  tsaUrl: undefined,
});
const log = (options: () => Partial<SignOptions>) =>
  options().rekorVersion === 1 ? "rekor1" : "rekor2";
const identity = () => ({
  files: ["*.txt", "-x"],
  certificateIdentity: MINI_IDENTITY,
  certificateOidcIssuer: mini.issuer.url,
  trustedRoot: "root.json",
});

describe.each([
  ["Rekor v1", v1],
  ["Rekor v2 and a timestamp", v2],
])("keyless with %s", (_name, options) => {
  it("signs a batch with one certificate, and verifies it offline", async () => {
    const before = mini.journal.length;
    const signed = await sign(run, options());
    expect(signed.failures).toEqual([]);
    expect(madeBy(signed)).toEqual([
      "-x.sigstore.json",
      "a.txt.sigstore.json",
      "b.txt.sigstore.json",
    ]);
    const requests = mini.journal.slice(before);
    expect(requests.filter((service) => service === "fulcio")).toHaveLength(1);
    expect(requests.filter((service) => service === "oidc")).toHaveLength(1);
    expect(requests.filter((service) => service.startsWith("rekor"))).toHaveLength(3);

    const verified = await verify({ root }, identity());
    expect(verified.failures).toEqual([]);
    expect(verified.coverage.inspected).toEqual({ files: 3, verified: 3 });
  });

  it("writes v0.3 bundles with an inclusion proof", async () => {
    await sign(run, options());
    const bundle = await readBundle(root, "a.txt");
    expect(bundle["mediaType"]).toBe("application/vnd.dev.sigstore.bundle.v0.3+json");
    expect(bundle).toMatchObject({
      verificationMaterial: { tlogEntries: [{ inclusionProof: { checkpoint: {} } }] },
    });
  });

  it("keeps bundles that are valid already, and signs only what changed", async () => {
    await sign(run, options());
    await writeFile(join(root, "b.txt"), "changed");
    const before = mini.journal.length;
    const again = await sign(run, options());
    expect(madeBy(again)).toEqual(["b.txt.sigstore.json"]);
    expect(again.coverage.inspected).toEqual({ files: 3, signed: 1, kept: 2 });
    expect(
      mini.journal.slice(before).filter((service) => service.startsWith("rekor")),
    ).toHaveLength(1);
  });

  it("survives a service that is down for a while", async () => {
    mini.fail({ service: log(options), status: 503, times: 3 });
    mini.fail({ service: "fulcio", status: 502, times: 2 });
    expect((await sign(run, options())).failures).toEqual([]);
  });

  it("signs all the same when an entry was committed and its answer lost", async () => {
    mini.fail({ service: log(options), status: 504, times: 1, commit: true });
    expect((await sign(run, options())).failures).toEqual([]);
    expect((await verify({ root }, identity())).failures).toEqual([]);
  });
});

describe("who signed", () => {
  const rejected = async (change: Readonly<Record<string, unknown>>) => {
    const { failures } = await verify({ root }, { ...identity(), files: ["a.txt"], ...change });
    return failures.map(({ ruleId }) => ruleId);
  };

  it.each([
    ["a longer ref", `${MINI_IDENTITY}-evil`],
    ["a shorter one", MINI_IDENTITY.slice(0, -1)],
    ["a dot as any character", MINI_IDENTITY.replace("github.com", "githubxcom")],
    ["another case", MINI_IDENTITY.replace("acme", "Acme")],
    ["a prefix", `x${MINI_IDENTITY}`],
  ])("refuses %s", async (_name, certificateIdentity) => {
    await sign(run, v2());
    expect(await rejected({ certificateIdentity })).toEqual(["verify.identity-mismatch"]);
  });

  it("refuses another issuer and says both", async () => {
    await sign(run, v2());
    const { failures } = await verify(
      { root },
      { ...identity(), files: ["a.txt"], certificateOidcIssuer: "https://evil.test" },
    );
    expect(failures[0]?.message).toContain(`expected https://evil.test, found ${mini.issuer.url}`);
  });

  it("takes a pattern for the whole identity only", async () => {
    await sign(run, v2());
    const pattern = (certificateIdentityPattern: string) =>
      rejected({ certificateIdentity: undefined, certificateIdentityPattern });
    expect(await pattern("https://github\\.com/acme/.*")).toEqual([]);
    expect(await pattern("https://github\\.com/acme/")).toEqual(["verify.identity-mismatch"]);
    expect(await pattern("acme|evil")).toEqual(["verify.identity-mismatch"]);
  });

  it("names an e-mail address that signed", async () => {
    const token = mini.issuer.issue({ email: "dev@acme.test", email_verified: true, sub: "1" });
    await sign(run, { ...v2(), identityToken: token });
    expect(await rejected({ certificateIdentity: "dev@acme.test" })).toEqual([]);
  });
});

describe("what goes wrong", () => {
  it("explains a job without the permission", async () => {
    const forked: TestRun = { root, environment: { GITHUB_ACTIONS: "true" } };
    await expect(sign(forked, v2())).rejects.toThrow(/may not ask for an identity token/);
  });

  it("names the service that refuses the token", async () => {
    const other = await startMiniSigstore();
    const identityToken = other.issuer.issue({ sub: "x" });
    await other.close();
    await expect(sign(run, { ...v2(), identityToken })).rejects.toThrow(/Fulcio refused/);
  });

  it.each([
    ["nonce", { wrongNonce: true }],
    ["imprint", { wrongImprint: true }],
  ])("refuses a timestamp with a wrong %s", async (what, faults) => {
    mini.timestampFaults = faults;
    const { failures, records } = await sign(run, { ...v2(), files: ["a.txt"] });
    mini.timestampFaults = {};
    expect(records).toEqual([]);
    expect(failures[0]).toMatchObject({ ruleId: "sign.failed" });
    expect(failures[0]?.message).toContain(`another ${what}`);
  });

  it("reports each file of a log that stays down, and no more requests than tries", async () => {
    mini.fail({ service: "rekor2", status: 405, times: 1 });
    const { failures, coverage } = await sign(run, v2());
    expect(failures).toHaveLength(1);
    expect(failures[0]?.message).toMatch(/frozen/);
    expect(coverage.inspected).toEqual({ files: 3, signed: 2, kept: 0 });
  });

  it("needs a time besides a Rekor v2 log", async () => {
    await expect(sign(run, { ...v2(), tsaUrl: undefined })).rejects.toThrow(/needs a time/);
  });

  it("keeps private repositories out of Sigstore's public log", async () => {
    mini.claims = { ...mini.claims, repository_visibility: "private" };
    const options = { files: ["a.txt"], tokenRequestUrl: mini.tokenUrl };
    await expect(sign(run, options)).rejects.toThrow(/visibility of this repository is private/);
    mini.claims = { ...mini.claims, repository_visibility: "public" };
  });

  it("renews the certificate of a batch that takes long", async () => {
    let time = Date.now();
    const clock: Clock = {
      // `SOURCE_DATE_EPOCH`: what documents say does not move, and no certificate is judged by it.
      now: () => new Date(0),
      wall: () => {
        time += 5 * 60_000;
        return new Date(time);
      },
    };
    const slow: TestRun = { ...run, clock };
    const before = mini.journal.length;
    expect((await sign(slow, v2())).failures).toEqual([]);
    const certificates = mini.journal.slice(before).filter((service) => service === "fulcio");
    expect(certificates.length).toBeGreaterThan(1);
  });

  it("masks the token on receipt, and hands on nothing of it that a service says", async () => {
    const masked: string[] = [];
    const spy: TestRun = { ...run, mask: (secret) => masked.push(secret) };
    const tokenIn = (request: Buffer) =>
      String(JSON.parse(request.toString("utf8")).credentials.oidcIdentityToken);
    for (const status of [400, 418]) {
      const before = masked.length;
      mini.fail({
        service: "fulcio",
        status,
        times: 1,
        echo: (request) => {
          const token = tokenIn(request);
          return `no: ${"x ".repeat(100)}${token} ${btoa(token)} ${token.split(".").join(" ")}`;
        },
      });
      const thrown = await sign(spy, v2()).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(Error);
      const { message, problems } = thrown as Error & { readonly problems: readonly string[] };
      const said = [message, ...problems].join(" ");
      expect(said).toContain("no: x x");
      const token = masked[before] ?? "";
      expect(token.split(".")).toHaveLength(3);
      // No run of it, cut or whole; its header is that of every token.
      for (let at = token.indexOf(".") + 1; at + 24 <= token.length; at += 8) {
        expect(said).not.toContain(token.slice(at, at + 24));
      }
    }
  });

  it("leaves no trace of the token or key in what it writes", async () => {
    await sign(run, v2());
    const written = await readFile(join(root, "a.txt.sigstore.json"), "utf8");
    expect(written).not.toContain("PRIVATE");
    expect(written).not.toMatch(/eyJ[A-Za-z0-9_-]+\./);
  });
});
