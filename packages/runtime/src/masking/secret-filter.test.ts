import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger, ExternalError, REPORT_FORMATS } from "@assay/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoCommand, runIn } from "../test/execute.ts";
import { secretFilter } from "./secret-filter.ts";
import { secretForms } from "./secret-forms.ts";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const TOKEN = [
  part({ alg: "RS256", typ: "JWT", kid: "0123456789" }),
  part({ iss: "https://issuer.test", sub: "repo:acme/app:ref:refs/heads/main" }),
  Buffer.from("a signature of a good length").toString("base64url"),
].join(".");
const [HEADER = "", PAYLOAD = "", SIGNATURE = ""] = TOKEN.split(".");
const FORMS = [
  TOKEN,
  PAYLOAD,
  SIGNATURE,
  `${HEADER}.${PAYLOAD}`,
  btoa(TOKEN),
  btoa(TOKEN).replace(/=+$/, ""),
  encodeURIComponent(TOKEN),
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-mask-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("what a command receives and masks", () => {
  it("stands in no log and no report file, in none of its forms", async () => {
    const logged: string[] = [];
    const hidden: string[] = [];
    const { report } = await runIn(folder, {
      command: {
        ...demoCommand,
        run: async (context) => {
          context.mask(TOKEN);
          context.logger.info(`sending ${TOKEN}`);
          throw new ExternalError(`The service said ${FORMS.join(" | ")}`, {
            hint: `Not ${TOKEN}`,
            problems: FORMS,
          });
        },
      },
      explicit: { "report-directory": "reports", "report-formats": [...REPORT_FORMATS] },
      logger: createLogger((_level, message) => logged.push(message)),
      hide: (secret) => hidden.push(secret),
    });
    expect(hidden).toContain(TOKEN);
    const files = await readdir(join(folder, "reports"));
    expect(files).toHaveLength(REPORT_FORMATS.length);
    const texts = await Promise.all(
      files.map((name) => readFile(join(folder, "reports", name), "utf8")),
    );
    const said = [...texts, JSON.stringify(report), ...logged].join("\n");
    expect(said).toContain("The service said ***");
    expect(logged.join("\n")).toContain("sending ***");
    for (const form of FORMS) expect(said).not.toContain(form);
  });
});

describe("the job's own tokens", () => {
  it("stand in no report, though no command asked for them", async () => {
    const { report } = await runIn(folder, {
      command: {
        ...demoCommand,
        run: () => Promise.reject(new ExternalError("refused: ghs_0123456789abcdef")),
      },
      environment: { GITHUB_TOKEN: "ghs_0123456789abcdef" },
    });
    expect(report.checks[0]?.error?.message).toBe("refused: ***");
  });
});

describe("the filter", () => {
  it("takes the longest form first, and leaves a text without a secret as it is", () => {
    const filter = secretFilter();
    expect(filter.text(TOKEN)).toBe(TOKEN);
    filter.add(TOKEN);
    expect(filter.text(`a ${TOKEN} b`)).toBe("a *** b");
    expect(filter.text("a b")).toBe("a b");
  });

  it("takes a secret by the letter, whatever characters it has", () => {
    const filter = secretFilter();
    filter.add("a+(b)*[c]\\$^|{1}-/.?");
    expect(filter.text("<a+(b)*[c]\\$^|{1}-/.?>")).toBe("<***>");
  });

  it("keeps the report's own words, and leaves what is too short to be one", async () => {
    const filter = secretFilter();
    filter.add("external");
    filter.add("abc");
    const { report } = await runIn(folder, {
      command: { ...demoCommand, run: () => Promise.reject(new ExternalError("external abc")) },
    });
    expect(filter.report(report).checks[0]).toMatchObject({
      error: { kind: "external", message: "*** abc" },
    });
  });
});

it("a token's parts are forms of it, and those of a sentence are not", () => {
  expect(secretForms(TOKEN)).toEqual(expect.arrayContaining([PAYLOAD, SIGNATURE]));
  expect(secretForms("password.with.dots")).not.toContain("password");
});

it("half of a surrogate pair in a secret stops nothing", () => {
  expect(secretForms("to\ud800ken-of-a-service")).toContain("to%EF%BF%BDken-of-a-service");
});

it("Base64 without padding is a form, also where it is not that for URLs", () => {
  const secret = "p>>s~~?";
  expect(btoa(secret)).toBe("cD4+c35+Pw==");
  expect(secretForms(secret)).toEqual(
    expect.arrayContaining(["cD4+c35+Pw==", "cD4+c35+Pw", "cD4-c35-Pw"]),
  );
});
