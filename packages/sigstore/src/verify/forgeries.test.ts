import { changed, MINI_IDENTITY, type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Forgery, forge } from "../test/forge.ts";
import { type Judged, judge } from "../test/judge.ts";

const MINUTE = 60_000;
let later = 0;
let mini: MiniSigstore;

beforeAll(async () => {
  const start = Date.now();
  mini = await startMiniSigstore({ now: () => new Date(start + later) });
});
afterEach(() => {
  later = 0;
});
afterAll(async () => {
  await mini.close();
});

let count = 0;
async function said(forgery: Partial<Forgery>, judged: Partial<Judged> = {}): Promise<string> {
  count += 1;
  const content = `content ${count}`;
  const { bundle, publicKey } = await forge(mini, { content, ...forgery });
  return await judge(mini, {
    content,
    bundle,
    ...(forgery.key === "key" ? { publicKey } : {}),
    ...judged,
  });
}

describe("a certificate is refused", () => {
  it.each<[string, Forgery["leaf"], RegExp]>([
    [
      "for another use",
      { extendedKeyUsages: ["1.3.6.1.5.5.7.3.1"] },
      /extended key usages 1\.3\.6\.1\.5\.5\.7\.3\.1 instead of code signing/,
    ],
    ["for no use", { extendedKeyUsages: [] }, /extended key usages \(none\)/],
    [
      "for more uses than one",
      { extendedKeyUsages: ["1.3.6.1.5.5.7.3.3", "2.5.29.37.0"] },
      /instead of code signing alone/,
    ],
    ["that is a CA's", { isCa: true }, /is that of a CA/],
    ["without an SCT", { withoutLogEntry: true }, /got 0 .*known to ct\.mini\.test/],
    ["with an SCT over something else", { wrongLogEntry: true }, /SCT verification failed/],
    ["with two issuers", { otherIssuer: "https://evil.test" }, /found the issuers https:\/\/evil/],
    [
      "with two names",
      { names: [[6, MINI_IDENTITY], [6, "https://evil.test"]] }, // biome-ignore format: one line
      /found 2 subject alternative names/,
    ],
    ["with no name", { names: [] }, /found 0 subject alternative names/],
    ["with a URI as an address", { names: [[1, MINI_IDENTITY]] }, /found the address https/],
    ["with an address as a URI", { names: [[6, "dev@acme.test"]] }, /found the URI dev@/],
    ["with a byte order mark", { names: [[6, `\ufeff${MINI_IDENTITY}`]] }, /found the URI/],
  ])("%s", async (_what, leaf = {}, message) => {
    const verdict = await said({ leaf });
    expect(verdict).toMatch(/^untrusted-certificate: /);
    expect(verdict).toMatch(message);
  });

  it("with any of its bytes changed, and never with a fault of ours", async () => {
    const { bundle } = await forge(mini, { content: "x" });
    const path = ["verificationMaterial", "certificate", "rawBytes"];
    const length = 500;
    for (let at = 0; at < length; at += 3) {
      const other = changed(bundle, path, (text: string) => {
        const bytes = Buffer.from(text, "base64");
        bytes.writeUInt8(bytes.readUInt8(at) ^ (at % 2 === 0 ? 0x01 : 0xff), at);
        return bytes.toString("base64");
      });
      expect(await judge(mini, { content: "x", bundle: other })).not.toBe("verified");
    }
  });

  it("of another instance", async () => {
    const other = await startMiniSigstore();
    const { bundle } = await forge(other, { content: "x" });
    await other.close();
    expect(await judge(mini, { content: "x", bundle })).toMatch(/^untrusted-/);
  });
});

describe("a timestamp's signer is for timestamps alone, and must say so", () => {
  const TIMES = "1.3.6.1.5.5.7.3.8";
  it.each([
    ["not critical", { critical: false, oids: [TIMES] }],
    ["for another use", { critical: true, oids: ["1.3.6.1.5.5.7.3.3"] }],
    ["for more uses than one", { critical: true, oids: [TIMES, "1.3.6.1.5.5.7.3.3"] }],
    ["for no use", { critical: true, oids: [] }],
  ])("%s", async (_what, timestampUsage) => {
    const wrong = await startMiniSigstore({ timestampUsage });
    const { bundle } = await forge(wrong, { content: "x", log: "v2" });
    await wrong.close();
    const root = JSON.parse(wrong.trustedRoot);
    // The root names the signer itself, or the CA of the one that the token carries.
    const withoutLeaf = changed(
      root,
      ["timestampAuthorities", 0, "certChain", "certificates"],
      (certificates: unknown[]) => certificates.slice(1),
    );
    for (const trustedRoot of [root, withoutLeaf]) {
      expect(await judge(wrong, { content: "x", bundle, trustedRoot })).toMatch(
        /^untrusted-timestamp: /,
      );
    }
  });
});

describe("what the trusted root says of time", () => {
  const root = () => JSON.parse(mini.trustedRoot);
  const iso = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

  it.each([
    ["CA", ["certificateAuthorities", 0, "validFor"], "untrusted-certificate"],
    ["certificate log", ["ctlogs", 0, "publicKey", "validFor"], "untrusted-certificate"],
    ["log", ["tlogs", 0, "publicKey", "validFor"], "log-entry-invalid"],
    ["timestamp authority", ["timestampAuthorities", 0, "validFor"], "untrusted-timestamp"],
  ])("holds for the %s, both ends", async (_what, path, rule) => {
    const within = changed(root(), path, () => ({ start: iso(-5), end: iso(5) }));
    expect(await said({}, { trustedRoot: within })).toBe("verified");
    for (const window of [{ start: iso(5) }, { start: iso(-9), end: iso(-5) }]) {
      const without = changed(root(), path, () => window);
      expect(await said({}, { trustedRoot: without })).toMatch(new RegExp(`^${rule}`));
    }
  });
});

describe("who signed is compared whole", () => {
  it.each([
    ["one character less", { subject: MINI_IDENTITY.slice(0, -1) }],
    ["one character less in front", { subject: MINI_IDENTITY.slice(1) }],
    ["one character more", { subject: `${MINI_IDENTITY}x` }],
    ["a line break more", { subject: `${MINI_IDENTITY}\n` }],
    ["another case", { subject: MINI_IDENTITY.toUpperCase() }],
    ["a dot for any character", { subject: MINI_IDENTITY.replace("github.com", "github-com") }],
    ["a pattern as a text", { subject: ".*" }],
    ["a pattern for its start", { pattern: "https://github\\.com/acme/" }],
    ["a pattern for its end", { pattern: "@refs/heads/main" }],
    ["alternatives at either end", { pattern: "https://github\\.com|refs/heads/main" }],
    ["alternatives that only look anchored", { pattern: "^https://github\\.com/.*x$|^x" }],
    ["a pattern of lines", { pattern: "(?:x\n)?https://github\\.com" }],
    ["another issuer", { issuer: "https://token.actions.githubusercontent.com" }],
  ])("against %s", async (_what, judged) => {
    expect(await said({}, judged)).toMatch(/^identity-mismatch: .* \| expected .+ \| found http/s);
  });

  it("against the issuer with a slash more, or cut", async () => {
    for (const issuer of [`${mini.issuer.url}/`, mini.issuer.url.slice(0, -1)]) {
      expect(await said({}, { issuer })).toMatch(/^identity-mismatch/);
    }
  });

  it("with a pattern that covers all of it", async () => {
    expect(await said({}, { pattern: "https://github\\.com/acme/.*|x" })).toBe("verified");
  });

  it("never with a pattern that escapes its anchors", async () => {
    await expect(said({}, { pattern: "x)|(?:.*" })).rejects.toThrow(/no regular expression/);
  });
});
