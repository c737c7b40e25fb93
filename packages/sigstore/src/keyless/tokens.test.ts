import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, serve, temporaryFolder } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { testHttp } from "../test/http.ts";
import { identityToken } from "./oidc.ts";

afterAll(cleanUp);

const NOW = new Date("2026-03-01T12:00:00Z");
const token = (minutes: number, sub = "repo:acme/app") => {
  const exp = NOW.getTime() / 1000 + minutes * 60;
  const parts = [{ alg: "RS256" }, { iss: "https://ci.test", sub, exp }, {}];
  return parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
};

function accessTo(url: string, environment: Readonly<Record<string, string>> = {}) {
  const masked: string[] = [];
  const access = {
    http: testHttp(url),
    clock: { now: () => NOW, wall: () => NOW },
    environment,
    mask: (secret: string) => void masked.push(secret),
  };
  return { access, masked };
}
const { access: offline } = accessTo("127.0.0.1");

describe("a token that is handed in", () => {
  it("is refused with its time when it has expired, and by what the CI can do", async () => {
    const source = { token: token(-3), audience: "sigstore" };
    await expect(identityToken(offline, source)).rejects.toMatchObject({
      kind: "usage",
      message: "The identity token that was handed in expired at 2026-03-01T11:57:00.000Z",
      hint: expect.stringContaining("id-token: write"),
    });
    const gitlab = { ...offline, environment: { GITLAB_CI: "true" } };
    await expect(identityToken(gitlab, source)).rejects.toMatchObject({
      hint: expect.stringContaining("GitLab gives one token per job"),
    });
  });

  it("is used while clocks may just differ", async () => {
    const source = { token: token(-0.5), audience: "sigstore" };
    expect((await identityToken(offline, source)).subject).toBe("repo:acme/app");
  });
});

describe("a token for Fulcio that is handed in", () => {
  const saying = (claims: object) =>
    ["{}", JSON.stringify({ iss: "https://ci.test", sub: "s", ...claims }), ""]
      .map((part) => Buffer.from(part).toString("base64url"))
      .join(".");
  const asked = (claims: object, name = "SIGSTORE_ID_TOKEN") =>
    identityToken(offline, { token: saying(claims), audience: "sigstore", name });
  const at = NOW.getTime() / 1000;

  it.each([
    [
      { exp: at - 180 },
      /^The identity token in SIGSTORE_ID_TOKEN expired at 2026-03-01T11:57:00/,
      /hand in one/,
    ],
    [
      { aud: "org-id" },
      /is for the audience org-id, and sigstore is asked for$/,
      /not CIRCLE_OIDC_TOKEN/,
    ],
    [{ aud: ["a", "b"] }, /is for the audience a, b, and/, /`oidc-audience`/],
    [
      { iat: at + 90 },
      /is not valid yet: it begins 90 s from now/,
      /clock, which says 2026-03-01T12:00:00/,
    ],
    [{ nbf: at + 90 }, /is not valid yet/, /clock/],
    [{ iss: "https://gitlab.com" }, /has no `ci_config_ref_uri`/, /another project/],
    [{ iss: "https://accounts.google.com" }, /has no `email`/, /--include-email/],
    [{ email: "a@acme.test" }, /not verified/, /`email_verified` must be true/],
    [{ sub: undefined }, /lacks `iss`, or both/, /not an access token/],
  ])("with %j is refused by name before it is sent", async (claims, message, hint) => {
    await expect(asked(claims)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  it.each([
    [{ aud: "sigstore", iat: at + 30 }, "s"],
    [{ aud: ["other", "sigstore"] }, "s"],
    [
      {
        iss: "https://gitlab.com",
        ci_config_ref_uri: "gitlab.com/a/b//.gitlab-ci.yml@refs/heads/main",
      },
      "s",
    ],
    [
      {
        iss: "https://accounts.google.com",
        email: "r@p.iam.gserviceaccount.com",
        email_verified: true,
      },
      "r@p.iam.gserviceaccount.com",
    ],
  ])("with %j is taken", async (claims, subject) => {
    expect((await asked(claims)).subject).toBe(subject);
  });
});

describe("a token file", () => {
  it("is read again for each certificate, and comes before a token", async () => {
    const tokenFile = join(await temporaryFolder(), "token");
    const source = { token: token(5, "other"), tokenFile, audience: "sigstore" };
    for (const [text, subject] of [
      [`${token(5, "first")}\n`, "first"],
      [token(5, "second"), "second"],
    ] as const) {
      await writeFile(tokenFile, text);
      const { access, masked } = accessTo("127.0.0.1");
      expect((await identityToken(access, source)).subject).toBe(subject);
      expect(masked).toEqual([text.trim()]);
    }
    await writeFile(tokenFile, token(-10));
    await expect(identityToken(offline, { ...source, isRenewal: true })).rejects.toThrow(
      "The identity token in `identity-token-file` expired at 2026-03-01T11:50:00.000Z, and the certificate has to be renewed with it",
    );
    await writeFile(tokenFile, "");
    await expect(identityToken(offline, source)).rejects.toThrow(/has 0 bytes/);
    await writeFile(tokenFile, "a".repeat(70_000));
    await expect(identityToken(offline, source)).rejects.toThrow(/has 70000 bytes/);
    await rm(tokenFile);
    await expect(identityToken(offline, source)).rejects.toThrow(/can't be read/);
  });
});

describe("a CI", () => {
  it("Buildkite's agent is asked by its own token", async () => {
    const agent = await serve(({ method, headers, body }) =>
      method === "POST" &&
      headers.authorization === "Token agent" &&
      body === '{"audience":"sigstore"}'
        ? { status: 200, body: { token: token(5) } }
        : { status: 401, body: {} },
    );
    const source = { requestUrl: `${agent.url}/v3/jobs/1/oidc/tokens`, audience: "sigstore" };
    const { access, masked } = accessTo(agent.url, { BUILDKITE_AGENT_ACCESS_TOKEN: "agent" });
    expect((await identityToken(access, source)).issuer).toBe("https://ci.test");
    expect(masked).toEqual(["agent", token(5)]);
    const wrong = accessTo(agent.url, { BUILDKITE_AGENT_ACCESS_TOKEN: "x" }).access;
    await expect(identityToken(wrong, source)).rejects.toThrow(/answered with status 401/);
    await agent.close();
  });

  it.each([
    ["GITLAB_CI", /id_tokens: \{ SIGSTORE_ID_TOKEN: \{ aud: sigstore \} \}/],
    ["CIRCLECI", /circleci run oidc get --claims '\{"aud":"sigstore"\}'/],
    ["NONE", /^Give a key, or an OIDC token in SIGSTORE_ID_TOKEN\.$/],
    ["GITHUB_ACTIONS", /id-token: write/],
  ])("that has handed out none says how it does: %s", async (variable, hint) => {
    const access = { ...offline, environment: { [variable]: "true" } };
    await expect(identityToken(access, { audience: "sigstore" })).rejects.toMatchObject({
      kind: "usage",
      hint: expect.stringMatching(hint),
    });
  });
});
