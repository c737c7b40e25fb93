import type { InputSpecs, Options } from "@assay/core";
import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  defineCommand,
  formatPlace,
  optionsOf,
  SEVERITIES,
} from "@assay/core";
import { INVENTORY_RULES, inventoryOf } from "@assay/inventory";
import { DEFAULT_ALLOW } from "@assay/spdx/default-allow";
import type { LicensesConfig } from "./options.ts";
import { LICENSE_RULES } from "./rules.ts";

const SEVERITY_INPUT = {
  type: "choice",
  choices: SEVERITIES,
  default: "high",
  loosened: { toward: SEVERITIES },
} as const;

const OWN_INPUTS = {
  allow: {
    type: "list",
    default: DEFAULT_ALLOW,
    configKey: "licenses.allow",
    loosened: "added",
    description:
      "The SPDX ids that are allowed. An entry names exactly one form: `GPL-2.0-or-later` does not allow `GPL-2.0-only`. The order is the order of preference.",
  },
  mode: {
    type: "choice",
    choices: ["auto", "tree", "changes"],
    default: "auto",
    configKey: "licenses.mode",
    loosened: { toward: ["tree", "auto", "changes"] },
    description:
      "`tree` looks at every package, `changes` only at those that the change adds, bumps or relicenses. `auto` takes `changes` for pull requests and merge queues.",
  },
  scope: {
    type: "choice",
    choices: ["all", "runtime"],
    default: "all",
    configKey: "licenses.scope",
    loosened: { toward: ["all", "runtime"] },
    description: "`runtime` leaves out packages that only development needs.",
  },
  base: {
    type: "string",
    description:
      "The revision to compare with in `changes` mode. Where it is not given, it is taken from the event.",
  },
  "on-unknown": {
    ...SEVERITY_INPUT,
    configKey: "licenses.on-unknown",
    description: "The severity of a package without a usable licence statement.",
  },
  "on-invalid": {
    ...SEVERITY_INPUT,
    configKey: "licenses.on-invalid",
    description: "The severity of a licence expression that can't be read.",
  },
} as const satisfies InputSpecs;

/** What the check needs to know: its inputs, and the parts of the config file that are none. */
export type LicensesOptions = Options<typeof OWN_INPUTS> &
  LicensesConfig & {
    /** Where the config file says a dotted key, as `assay.yml:4:5: `; empty where it does not. */
    readonly placeOf?: (key: string) => string;
  };

/** `assay licenses`: may we ship it. */
export const licensesCommand = defineCommand({
  name: "licenses",
  label: "Licences",
  title: "Audit the licences of all dependencies",
  description:
    "Reads the lockfiles and says for every package whether its licence is allowed, and why. On a pull request it looks at what the change brings in. A licence that nobody can tell fails like one that is not allowed. It needs no network and no install.",
  inputs: { ...COMMON_INPUTS, ...ACTION_INPUTS, ...OWN_INPUTS },
  outputs: {
    ...COMMON_OUTPUTS,
    "packages-audited": { description: "Packages whose licence was judged." },
    "packages-denied": { description: "Packages whose licence is not allowed." },
    "packages-unknown": { description: "Packages whose licence nobody can tell." },
  },
  brief: true,
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository and its base commit" },
  ],
  rules: { ...INVENTORY_RULES, ...LICENSE_RULES },
  config: {
    description: "Which licences dependencies may have.",
    example: `# The order is the order of preference where a package gives a choice.
allow:
  - Apache-2.0
  - MIT
  - BSD-2-Clause
  - BSD-3-Clause
  - ISC
  - MPL-2.0
exceptions:
  - package: "caniuse-lite"
    license: CC-BY-4.0
    reason: Data that only the build reads; we name its source.
    owner: platform-team
    expires: 2027-06-30
`,
    ownKeys: async () => (await import("./config-keys.ts")).LICENSES_KEYS,
    loosened: { exceptions: "added", clarifications: "added" },
  },
  async run(context, inputs) {
    const { auditLicenses } = await import("./check.ts");
    const options = optionsOf(OWN_INPUTS, inputs);
    const ownKeys = context.config.section<LicensesConfig>("licenses");
    const { exceptions = [], clarifications = [] } = ownKeys ?? {};
    const result = await auditLicenses(context, {
      ...options,
      exceptions,
      clarifications,
      placeOf: (key) => {
        const place = context.config.place(key);
        return place === undefined ? "" : `${formatPlace(place)}: `;
      },
    });
    const findings = (...rules: readonly string[]) =>
      result.findings.filter(({ ruleId }) => rules.includes(ruleId)).length;
    return {
      results: [(await inventoryOf(context)).result, result],
      outputs: {
        "packages-audited": result.coverage.inspected["packages"] ?? 0,
        "packages-denied": findings("licenses.denied"),
        "packages-unknown": findings("licenses.unknown", "licenses.invalid-expression"),
      },
    };
  },
});
