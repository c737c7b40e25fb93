import { ExternalError, type HttpClient, type HttpResponse } from "@assay/core";
import { describe, expect, it } from "vitest";
import { circuitBreaker } from "./circuit-breaker.ts";

function service(answers: readonly (number | "none")[]) {
  const tries: (number | undefined)[] = [];
  const http: HttpClient = {
    request: async (request) => {
      const status = answers[tries.length] ?? 200;
      tries.push(request.tries);
      if (status === "none") throw new ExternalError("no answer");
      return { status, headers: {}, body: Buffer.alloc(0), text: () => "", json: () => ({}) };
    },
  };
  const batch = circuitBreaker(http);
  const ask = (url = "https://log.test/a"): Promise<HttpResponse | undefined> =>
    batch.request({ url, tries: 24 }).catch(() => undefined);
  return { tries, ask };
}

describe("a batch", () => {
  it.each([503, 429, "none"] as const)("waits once for a service that says %s", async (answer) => {
    const { tries, ask } = service([answer, answer, 201, 201]);
    for (let file = 0; file < 4; file++) await ask();
    expect(tries).toEqual([24, 2, 2, 24]);
  });

  it("waits for the others, and after a refusal", async () => {
    const { tries, ask } = service([503, 200, 400, 200]);
    await ask();
    await ask("https://tsa.test/");
    await ask();
    await ask();
    expect(tries).toEqual([24, 24, 2, 24]);
  });
});
