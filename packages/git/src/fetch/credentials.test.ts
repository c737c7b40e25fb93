import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { RemoteAccess } from "@assay/core";
import { createLogger } from "@assay/core";
import { selfSigned } from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import type { RangeOptions } from "../range/range.ts";
import { serveGit } from "../test/http-server.ts";
import { rangeOf } from "../test/ranges.ts";
import type { TestRepository } from "../test/repository.ts";
import { removeTestRepositories, testRepository } from "../test/repository.ts";

afterAll(removeTestRepositories);

const CUT = { kind: "usage", hint: expect.stringContaining("fetch-depth: 0") };

/** A clone of depth 1 of two commits. */
function shallow(): TestRepository {
  const test = testRepository();
  test.commit("one", { a: "1" });
  test.commit("two", { a: "2" });
  return test.clone("--depth=1");
}

describe("credentials", () => {
  async function fetchThrough(clone: TestRepository, options: Partial<RangeOptions>) {
    const seen: { url: string | undefined; authorization: string | undefined }[] = [];
    const http = createServer((request, response) => {
      seen.push({ url: request.url, authorization: request.headers.authorization });
      response.statusCode = 403;
      response.end();
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const { port } = http.address() as AddressInfo;
    const logged: string[] = [];
    const remote: RemoteAccess = {
      serverUrl: `http://127.0.0.1:${port}`,
      repository: "owner/name",
      token: "t".repeat(20),
    };
    // What actions/checkout leaves behind.
    clone.git("config", `http.${remote.serverUrl}/.extraheader`, "AUTHORIZATION: basic b2xk");
    const logger = createLogger((_, message) => void logged.push(message));
    const outcome = await rangeOf(clone, "schedule", {}, { remote, logger, ...options }).catch(
      (error: unknown) => error,
    );
    http.close();
    return { seen, outcome, logged: logged.join("\n") };
  }

  it("go to the run's server alone, once, and appear nowhere", async () => {
    const { seen, outcome, logged } = await fetchThrough(shallow(), {});
    const basic = Buffer.from(`x-access-token:${"t".repeat(20)}`).toString("base64");
    expect(seen[0]).toEqual({
      url: "/owner/name/info/refs?service=git-upload-pack",
      authorization: `Basic ${basic}`,
    });
    expect(outcome).toMatchObject(CUT);
    for (const secret of ["tttt", basic]) {
      expect(logged).not.toContain(secret);
      expect(JSON.stringify(outcome)).not.toContain(secret);
    }
  });

  it("bring what is missing from the run's server, and the clone keeps it", async () => {
    const origin = testRepository();
    origin.commit("one", { a: "1" });
    origin.commit("two", { a: "2" });
    const clone = origin.clone("--depth=1");
    const http = await serveGit(origin.folder);
    const remote = { serverUrl: http.address, repository: "owner/name", token: "t".repeat(20) };
    const { commits } = await rangeOf(clone, "schedule", {}, { remote });
    http.close();
    expect(commits).toEqual(["one", "two"]);
    expect(http.requests.every((request) => request.includes(" Basic "))).toBe(true);
    expect((await rangeOf(clone, "schedule", {}, { offline: true })).commits).toEqual(commits);
    expect(clone.git("rev-parse", "--is-shallow-repository")).toBe("false");
  });

  it.each([
    ["that is not to be verified", "sslVerify", "false"],
    ["with an authority of its own", "sslCAInfo", "ca.pem"],
  ])("go to no server %s, whatever the repository says", async (_, name, value) => {
    const { cert, key } = selfSigned();
    const seen: (string | undefined)[] = [];
    const https = createTlsServer({ cert, key }, (request, response) => {
      seen.push(request.headers.authorization);
      response.end();
    });
    await new Promise<void>((resolve) => https.listen(0, "127.0.0.1", resolve));
    const serverUrl = `https://127.0.0.1:${(https.address() as AddressInfo).port}`;
    const clone = shallow();
    clone.write("ca.pem", cert);
    for (const section of ["http", `http.${serverUrl}`, `http.${serverUrl}/`]) {
      clone.git("config", `${section}.${name}`, value);
    }
    const remote = { serverUrl, repository: "owner/name", token: "t".repeat(20) };
    await expect(rangeOf(clone, "schedule", {}, { remote })).rejects.toMatchObject(CUT);
    https.close();
    expect(seen).toEqual([]);
  });

  it.each([
    ["proxy", (port: number) => `http://127.0.0.1:${port}`],
    ["curloptResolve", (port: number) => `git.invalid:${port}:127.0.0.1`],
  ])("go by no way that the repository names: %s", async (name, value) => {
    const seen: string[] = [];
    const http = createServer((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      response.end();
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const { port } = http.address() as AddressInfo;
    const serverUrl = `http://git.invalid:${port}`;
    const clone = shallow();
    for (const section of ["http", `http.${serverUrl}`, `http.${serverUrl}/`]) {
      clone.git("config", `${section}.${name}`, value(port));
    }
    const remote = { serverUrl, repository: "owner/name", token: "t".repeat(20) };
    await expect(rangeOf(clone, "schedule", {}, { remote })).rejects.toMatchObject(CUT);
    http.close();
    expect(seen).toEqual([]);
  });

  it("are not used offline", async () => {
    const { seen, outcome } = await fetchThrough(shallow(), { offline: true });
    expect(seen).toEqual([]);
    expect(outcome).toMatchObject(CUT);
  });

  it.each([
    ["ftp://example.org", "a/b"],
    ["https://example.org", "a/b?x"],
    ["no address", "a/b"],
  ])("are not sent to %s %s", async (serverUrl, repository) => {
    const remote = { serverUrl, repository, token: "t" };
    await expect(rangeOf(shallow(), "schedule", {}, { remote })).rejects.toMatchObject({
      kind: "usage",
    });
  });
});
