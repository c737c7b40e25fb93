import { advisoryHosts } from "@assay/advisories/sources";
import {
  COMMON_OUTPUTS,
  clip,
  defineCommand,
  type Finding,
  fingerprint,
  plural,
  SEVERITIES,
  UsageError,
} from "@assay/core";
import { type PackageSelector, packageSelector } from "@assay/purl";
import { GATE_INPUTS, gateOptions } from "../command.ts";
import { FIX_RULES } from "./rules.ts";
import type { FixSuggestion } from "./suggestion.ts";
import { headline, pasteOf, remediationOf } from "./text.ts";

const FORMATS = ["fix-json", "fix-text"] as const;

/** `assay dependencies fix`: what to change, and nothing is changed. */
export const fixCommand = defineCommand({
  name: "fix",
  label: "Fixes",
  title: "Say what to change so that no vulnerable dependency is left",
  description:
    "For each vulnerable package the smallest version that no advisory calls affected, what to write, and the command that updates the lockfile. Changes nothing and asks no registry: versions are those of advisories.",
  inputs: {
    ids: {
      type: "list",
      default: [],
      description:
        "Only these: ids of advisories, or packages as `name`, `name@range` or a purl. By default all.",
    },
    formats: {
      type: "list",
      choices: FORMATS,
      default: [],
      description:
        "Files beside the report: `dependencies-fix.json`, and `dependencies-fix.txt` to copy from.",
    },
    output: {
      type: "path",
      outside: true,
      description:
        "The file (for one format) or the folder that they are written to; in the CLI `-` is the standard output.",
    },
    ...GATE_INPUTS,
  },
  outputs: { ...COMMON_OUTPUTS },
  permissions: [],
  rules: FIX_RULES,
  hosts: (inputs) => advisoryHosts(inputs),
  positional: { input: "ids", term: "[id|purl]..." },
  documents: { formats: "formats", output: "output" },
  brief: true,
  async run(context, { ids, formats, output, ...inputs }) {
    if (output !== undefined && formats.length === 0) {
      throw new UsageError("`output` names a place for files, and `formats` names none", {
        hint: "Add `--formats fix-text` or `--formats fix-json`.",
      });
    }
    const { auditDependencies } = await import("../check.ts");
    const { fixes, result } = await auditDependencies(context, gateOptions(context, inputs));
    const wanted = chosen(fixes, ids);
    const encode = (text: string) => new TextEncoder().encode(text);
    const documents = {
      "fix-json": () => ({
        name: "dependencies-fix.json",
        mediaType: "application/json",
        bytes: encode(`${JSON.stringify({ suggestions: wanted }, null, 2)}\n`),
      }),
      "fix-text": () => ({
        name: "dependencies-fix.txt",
        mediaType: "text/plain",
        bytes: encode(planText(wanted)),
      }),
    };
    const open = wanted.filter(({ to }) => to !== undefined).length;
    return {
      results: [
        {
          check: "fix",
          findings: wanted.map(findingOf),
          artifacts: [...new Set(formats)].sort().map((format) => documents[format]()),
          coverage: {
            ...result.coverage,
            summary: `${open} of ${plural(wanted.length, "vulnerable package")} can be fixed`,
          },
        },
      ],
      outputs: {},
    };
  },
});

/** @throws UsageError for a word that means none of them. */
function chosen(
  fixes: readonly FixSuggestion[],
  words: readonly string[],
): readonly FixSuggestion[] {
  if (words.length === 0) return fixes;
  const tests = words.map((word) => [word, testOf(word)] as const);
  const unknown = tests.find(([, test]) => !fixes.some(test));
  if (unknown !== undefined && fixes.length > 0) {
    const known = fixes.slice(0, 10).map(({ name, ids }) => `${name} (${ids.join(", ")})`);
    const more = fixes.length > known.length ? ` and ${fixes.length - known.length} more` : "";
    throw new UsageError(
      `No vulnerable package is meant by ${JSON.stringify(unknown[0].slice(0, 100))}`,
      {
        hint: `Here there are ${clip(known.join(", "), 1000)}${more}; without names all are shown.`,
      },
    );
  }
  return fixes.filter((each) => tests.some(([, test]) => test(each)));
}

function testOf(word: string): (each: FixSuggestion) => boolean {
  const id = word.toLowerCase();
  const isMeant: PackageSelector = packageSelector(word, "ids");
  return ({ ids, name, from, purl, ecosystem }) =>
    ids.some((each) => each.toLowerCase() === id) ||
    isMeant({ name, version: from, ecosystem, ...(purl !== undefined && { purl }) });
}

function findingOf(each: FixSuggestion): Finding {
  const { severity, path, name, from, dependencyPath, heldBy, ids, undetermined } = each;
  const evidence = [
    ["Path", dependencyPath.join(" › ")],
    ["Held back by", heldBy.join(", ")],
    ["Known as", ids.join(", ")],
    ["Can't be told of", undetermined.join(", ")],
  ] as const;
  return {
    ruleId: each.to === undefined ? "dependencies.no-fix" : "dependencies.fix",
    severity: SEVERITIES.find((level) => level === severity) ?? "high",
    threshold: "never",
    message: headline(each),
    location: { path },
    subject: {
      ...{ name, version: from, ecosystem: each.ecosystem, direct: each.direct },
      ...(each.purl !== undefined && { purl: each.purl }),
      paths: [dependencyPath],
    },
    fingerprint: fingerprint("dependencies.fix", path, each.ecosystem, name, from),
    cause: `${name} ${from}`,
    evidence: [
      ...evidence.flatMap(([label, value]) => (value === "" ? [] : [{ label, value }])),
      ...pasteOf([each]),
    ],
    remediation: remediationOf(each),
  };
}

/** By lockfile: what is suggested, then all that is to be written and run there. */
function planText(fixes: readonly FixSuggestion[]): string {
  const paths = [...new Set(fixes.map(({ path }) => path))];
  return paths
    .map((path) => {
      const here = fixes.filter((each) => each.path === path);
      const folder = path.split("/").slice(0, -1).join("/");
      const commands = [...new Set(here.flatMap((each) => each.commands))].join("\n");
      const run = { label: `Then run${folder === "" ? "" : ` in ${folder}`}`, value: commands };
      const texts = [...pasteOf(here), ...(commands === "" ? [] : [run])].map(
        ({ label, value }) => `${label}:\n\n${indented(value)}\n`,
      );
      const notes = here.flatMap(({ name, note }) =>
        note === undefined ? [] : [`${name}: ${note}\n`],
      );
      return [
        `${path}\n`,
        ...here.map((each) => `- ${headline(each)}`),
        "",
        ...texts,
        ...notes,
      ].join("\n");
    })
    .join("\n");
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}
