import { silentLogger } from "@assay/core";
import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testHttp } from "../test/http.ts";
import { identityToken } from "./oidc.ts";
import { keylessSession } from "./session.ts";

let mini: MiniSigstore;
const masked: string[] = [];

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
});

async function session(token?: string) {
  let time = Date.now();
  const wall = () => new Date(time);
  const context = {
    http: testHttp(mini.url),
    environment: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini", GITHUB_ACTIONS: "true" },
    clock: { now: () => new Date(0), wall },
    logger: silentLogger,
    mask: (secret: string) => masked.push(secret),
  };
  const source = { token, requestUrl: mini.tokenUrl, audience: "sigstore" };
  const opened = keylessSession(
    context,
    mini.fulcioUrl,
    source,
    await identityToken(context, source),
  );
  const pass = (minutes: number) => {
    time += minutes * 60_000;
  };
  return { credential: opened.credential, pass };
}

it("serves one certificate until it is about to expire", async () => {
  const { credential, pass } = await session();
  const first = await credential();
  pass(7);
  expect(await credential()).toBe(first);
  pass(2);
  const [second, same] = await Promise.all([credential(), credential()]);
  expect(second).toBe(same);
  expect(second.certificate.leaf).not.toEqual(first.certificate.leaf);
  expect(second.key.publicKey.spki).not.toEqual(first.key.publicKey.spki);
});

it("asks again after a renewal that failed", async () => {
  const { credential, pass } = await session();
  await credential();
  pass(9);
  mini.fail({ service: "fulcio", status: 400, times: 1 });
  await expect(credential()).rejects.toThrow(/Fulcio refused/);
  expect((await credential()).certificate.notAfter).toBeInstanceOf(Date);
});

it("does not send a token that was handed in and has expired, and says so by name", async () => {
  const token = mini.issuer.issue({ sub: "repo:acme/app" });
  const { credential, pass } = await session(token);
  await credential();
  const before = mini.journal.length;
  pass(9);
  await expect(credential()).rejects.toThrow(
    /^The identity token that was handed in expired at 20\d\d-.*Z, and the/,
  );
  await expect(credential()).rejects.toThrow(/renewed with it/);
  expect(mini.journal.slice(before)).toEqual([]);
});
