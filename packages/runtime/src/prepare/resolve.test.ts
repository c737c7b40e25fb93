import type { InputSpecs } from "@assay/core";
import { NO_CONFIG, UsageError } from "@assay/core";
import { expect, test } from "vitest";
import { parseConfig } from "../config/parse-config.ts";
import { type InputOrigins, resolveInputs } from "./resolve.ts";

const SPECS = {
  "fail-on": {
    type: "choice",
    choices: ["high", "low"],
    default: "low",
    configKey: "fail-on",
    environment: "FAIL_ON",
    description: "A threshold.",
  },
  formats: {
    type: "list",
    default: ["json"],
    configKey: "report.formats",
    description: "Formats.",
  },
  name: { type: "string", description: "A name." },
} as const satisfies InputSpecs;

const CONFIG = parseConfig("assay.yml", "fail-on: high\nreport:\n  formats: [sarif]\n", []);

function origins(given: Partial<InputOrigins>): InputOrigins {
  return { explicit: {}, environment: {}, config: NO_CONFIG, host: "cli", root: "/work", ...given };
}

test("an explicit value wins over the variable, the variable over the file, the file over the default", () => {
  const config = CONFIG;
  const environment = { FAIL_ON: "low" };
  const all = resolveInputs(
    SPECS,
    origins({ explicit: { "fail-on": "high" }, environment, config }),
  );
  expect(all.values["fail-on"]).toBe("high");
  expect(all.sources["fail-on"]).toEqual({ from: "input" });

  const variable = resolveInputs(SPECS, origins({ environment, config }));
  expect(variable.values["fail-on"]).toBe("low");
  expect(variable.sources["fail-on"]).toEqual({ from: "environment", detail: "FAIL_ON" });

  const file = resolveInputs(SPECS, origins({ config }));
  expect(file.values).toEqual({ "fail-on": "high", formats: ["sarif"], name: undefined });
  expect(file.sources.formats).toEqual({ from: "config", detail: "assay.yml:3:3" });

  const none = resolveInputs(SPECS, origins({}));
  expect(none.values).toEqual({ "fail-on": "low", formats: ["json"], name: undefined });
  expect(none.sources["fail-on"]).toEqual({ from: "default" });
});

test("an empty variable is not given, and neither is an empty input of an action", () => {
  const explicit = { "fail-on": "", name: "" };
  const action = resolveInputs(
    SPECS,
    origins({ explicit, environment: { FAIL_ON: "" }, host: "action" }),
  );
  expect(action.values).toMatchObject({ "fail-on": "low", name: undefined });
});

test("an empty option is as wrong as an empty key of the config file, unless empty says something", () => {
  const empty = origins({ explicit: { name: "" } });
  expect(() => resolveInputs(SPECS, empty)).toThrow('`--name` is ""; it must not be empty');
  const password = { name: { type: "string", allowEmpty: true, description: "P." } } as const;
  expect(resolveInputs(password, empty).values.name).toBe("");
});

test("all wrong inputs are told at once, each with where it came from", () => {
  const environment = { FAIL_ON: "hgih" };
  const explicit = { formatss: "x", "working-directory": "y" };
  const specs: InputSpecs = {
    ...SPECS,
    files: {
      type: "list",
      default: [],
      required: true,
      configKey: "sign.files",
      description: "The files.",
    },
  };
  const error = errorOf(() => resolveInputs(specs, origins({ explicit, environment })));
  expect(error.message).toBe("4 inputs are wrong");
  expect(error.problems).toEqual([
    'There is no input `formatss`; did you mean "formats"?',
    "There is no input `working-directory`",
    'The variable FAIL_ON (input `fail-on`) is "hgih"; it must be one of high, low; did you mean "high"?',
    "`--files` is required: give it or `sign.files` in the config file. The files.",
  ]);
});

test("a required list must not be given empty", () => {
  const specs: InputSpecs = {
    checks: { type: "list", default: ["sbom"], required: true, description: "The checks." },
  };
  expect(resolveInputs(specs, origins({})).values["checks"]).toEqual(["sbom"]);
  expect(
    errorOf(() => resolveInputs(specs, origins({ explicit: { checks: "" } }))).message,
  ).toMatch(/^`--checks` is required/);
});

test("an input of the other host keeps its default, whatever the file says", () => {
  const specs: InputSpecs = {
    comment: {
      type: "boolean",
      default: false,
      host: "action",
      configKey: "report.comment",
      description: "Comment.",
    },
  };
  const config = parseConfig("assay.yml", "report: { comment: true }", []);
  expect(resolveInputs(specs, origins({ config })).values["comment"]).toBe(false);
  expect(resolveInputs(specs, origins({ config, host: "action" })).values["comment"]).toBe(true);
});

test("what only the command line can do is not passed over by an action", () => {
  const specs: InputSpecs = {
    folder: { type: "string", host: "cli", configKey: "report.directory", description: "Where." },
  };
  const config = parseConfig("assay.yml", "report: { directory: out }", []);
  expect(resolveInputs(specs, origins({ config })).values["folder"]).toBe("out");
  const error = errorOf(() => resolveInputs(specs, origins({ config, host: "action" })));
  expect(error.message).toContain(
    "`report.directory` stands in the config file, and only the command",
  );
});

test("names of Object.prototype are no inputs", () => {
  const explicit = { constructor: "x", toString: "y" } as unknown as Record<string, string>;
  expect(errorOf(() => resolveInputs(SPECS, origins({ explicit }))).problems).toHaveLength(2);
  expect(resolveInputs({ valueOf: SPECS.name }, origins({})).values.valueOf).toBeUndefined();
});

test("a secret stays out of the message", () => {
  const specs: InputSpecs = {
    token: { type: "path", secret: true, environment: "TOKEN", description: "A token." },
  };
  const error = errorOf(() =>
    resolveInputs(specs, origins({ environment: { TOKEN: "../s3cret" } })),
  );
  expect(`${error.message} ${error.problems.join(" ")}`).not.toContain("s3cret");
});

function errorOf(work: () => unknown): UsageError {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error("it should have thrown");
}
