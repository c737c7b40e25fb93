import { changed, flip, MINI_IDENTITY, type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseBundle } from "../index.ts";
import { forge, type TestBundle } from "../test/forge.ts";
import { textArtifact } from "../test/judge.ts";
import { bundleIdentity, checkOwnBundle } from "./own-bundle.ts";

let mini: MiniSigstore;
let bundle: TestBundle;

beforeAll(async () => {
  mini = await startMiniSigstore();
  bundle = (await forge(mini, { content: "f" })).bundle;
});
afterAll(async () => {
  await mini.close();
});

const parsed = (json: unknown) => parseBundle(Buffer.from(JSON.stringify(json)));
const check = (json: unknown, content = "f", issuers?: readonly Buffer[]) =>
  checkOwnBundle(parsed(json), textArtifact(content), issuers);

describe("a bundle in itself", () => {
  it("says who signed, when, and where it is logged", async () => {
    const own = await check(bundle, "f", [mini.authority.root.certificate]);
    expect(own.identity).toEqual({ subject: MINI_IDENTITY, issuer: mini.issuer.url });
    expect(own.times.map(({ source }) => source).sort()).toEqual([
      "timestamp authority",
      "transparency log",
    ]);
    expect(own.logEntries).toHaveLength(1);
    expect(bundleIdentity(parsed(bundle).bundle)).toEqual(own.identity);
  });

  it("does not hold for other content, or with a part of another signature", async () => {
    await expect(check(bundle, "g")).rejects.toMatchObject({ code: "digest-mismatch" });
    const other = (await forge(mini, { content: "g" })).bundle["verificationMaterial"] as object;
    for (const [name, code] of [
      ["certificate", "invalid-signature"],
      ["tlogEntries", "log-entry-invalid"],
      ["timestampVerificationData", "untrusted-timestamp"],
    ]) {
      const mixed = changed(bundle, ["verificationMaterial", name ?? ""], () =>
        Reflect.get(other, name ?? ""),
      );
      await expect(check(mixed)).rejects.toMatchObject({ code });
    }
    const broken = changed(bundle, ["messageSignature", "signature"], flip);
    await expect(check(broken)).rejects.toMatchObject({ code: "invalid-signature" });
  });

  it("is not that of another authority, whoever its certificate names", async () => {
    const other = await startMiniSigstore();
    const theirs = (await forge(other, { content: "f", leaf: { issuer: mini.issuer.url } })).bundle;
    await other.close();
    expect(bundleIdentity(parsed(theirs).bundle)).toEqual(bundleIdentity(parsed(bundle).bundle));
    await expect(check(theirs, "f", [mini.authority.root.certificate])).rejects.toMatchObject({
      code: "untrusted-certificate",
    });
    await expect(check(theirs, "f", [])).rejects.toMatchObject({ code: "untrusted-certificate" });
    await expect(check(theirs, "f", [other.authority.root.certificate])).resolves.toBeDefined();
  });
});
