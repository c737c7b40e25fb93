import { textOf, valueAt } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import type { Step, Workflow } from "../../workflow/model.ts";
import { publishingJobs, runsForReleases } from "../../workflow/publish.ts";
import { eventsOf } from "../../workflow/steps.ts";
import { majorVersion } from "../../workflow/uses.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

/** How an action uses the cache: always, unless an input says no, or only where an input asks for it. */
interface CacheUse {
  readonly asks?: string;
  readonly refuses?: string;
  /** By default only from this major version on, or below it. */
  readonly since?: number;
  readonly until?: number;
}

const CACHING: Readonly<Record<string, CacheUse>> = {
  "actions/cache": {},
  "actions/setup-go": { refuses: "cache", since: 4 },
  "actions/setup-node": { asks: "cache" },
  "actions/setup-python": { asks: "cache" },
  "actions/setup-java": { asks: "cache" },
  "actions/setup-dotnet": { asks: "cache" },
  "astral-sh/setup-uv": { refuses: "enable-cache", until: 10 },
  "swatinem/rust-cache": {},
  "ruby/setup-ruby": { asks: "bundler-cache" },
  "pyo3/maturin-action": { asks: "sccache" },
  "mlugg/setup-zig": { refuses: "use-cache" },
  "oven-sh/setup-bun": { refuses: "no-cache" },
  "determinatesystems/magic-nix-cache-action": {},
  "graalvm/setup-graalvm": { asks: "cache" },
  "gradle/actions": { refuses: "cache-disabled" },
  "actions-rust-lang/setup-rust-toolchain": { refuses: "cache" },
  "mozilla-actions/sccache-action": {},
  "nix-community/cache-nix-action": {},
  "jdx/mise-action": { refuses: "cache" },
  "ramsey/composer-install": { refuses: "ignore-cache" },
  "awalsh128/cache-apt-pkgs-action": {},
  "docker/build-push-action": { asks: "cache-from" },
  "docker/setup-buildx-action": { refuses: "cache-binary" },
};
/** Inputs that switch the cache off by `true`. */
const NEGATIVE = /^(?:no-cache|cache-disabled|ignore-cache)$/;
const LOW_TRUST = ["pull_request_target", "issue_comment", "workflow_run"];

/** Rule 10. */
export const cachePoisoning = defineRule({
  id: "workflow.cache-poisoning",
  title: "A release that is built from a cache",
  description: "Any run on the default branch can write the cache that the release reads.",
  help: "Build releases without a cache: leave the step out, or switch its cache off.",
  severity: "high",
  sources: { zizmor: ["cache-poisoning"], slsa: ["build-3"], ssdf: ["PO.5"] },
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const { workflows } = await workflowsOf(repository);
    const manager = managerOf(await repository.read("package.json"));
    let looked = 0;
    const violations = workflows.flatMap((file) => {
      const jobs = publishingJobs(file);
      const forReleases = runsForReleases(file);
      const built = file.jobs.filter(({ id }) => jobs.has(id) || forReleases);
      looked += built.length;
      return [
        ...writableCache(file),
        ...built.flatMap((job) =>
          job.steps.flatMap((step): readonly Violation[] => {
            const name = cacheOf(step, manager);
            if (name === undefined || step.uses === undefined) return [];
            if (
              textOf(valueAt(job.node, "cache-mode") ?? valueAt(file.root, "cache-mode")) === "none"
            )
              return [];
            const message = `The job \`${job.id}\` ${jobs.has(job.id) ? "publishes" : "runs for releases"} and reads a cache by \`${name}\`.`;
            return [
              {
                path: file.path,
                place: placeIn(file, step.uses.node),
                key: `${job.id}/${name}`,
                message,
              },
            ];
          }),
        ),
      ];
    });
    return { looked, violations };
  },
});

/** The package manager that `package.json` names; setup-node caches by itself for it. */
function managerOf(manifest: string | undefined): string {
  return /"packageManager"\s*:\s*"(\w+)/.exec(manifest ?? "")?.[1] ?? "";
}

/** A condition that no release and no pushed tag meets. */
const NEVER_FOR_RELEASES =
  /!\s*startsWith\(\s*github\.ref\s*,\s*'refs\/tags\/|github\.ref_type\s*!=\s*'tag'|^(?!.*\|\|)[^!]*github\.event_name\s*==\s*'pull_request'/;

/** The action through which a step reads a cache; `undefined` where it does not. */
function cacheOf({ uses, if: condition, with: inputs }: Step, manager: string): string | undefined {
  if (NEVER_FOR_RELEASES.test(condition?.text ?? "")) return undefined;
  if (uses?.target.kind !== "action") return undefined;
  const { repository, path, ref } = uses.target;
  if (repository === "actions/cache" && path === "save") return undefined;
  if (repository === "gradle/actions" && path !== "setup-gradle") return undefined;
  const use = CACHING[repository];
  if (use === undefined) return undefined;
  const { asks, refuses, since = 0, until = Number.POSITIVE_INFINITY } = use;
  const value = (name: string) => textOf(inputs.get(name)?.value)?.trim().toLowerCase();
  if (value("lookup-only") === "true") return undefined;
  if (asks !== undefined) {
    const asked = value(asks) ?? "";
    if (repository === "docker/build-push-action")
      return asked.includes("type=gha") ? repository : undefined;
    if (repository === "actions/setup-node" && inputs.get(asks) === undefined) {
      const major = majorVersion(ref, uses.comment) ?? 0;
      const isOn = major === 5 ? manager !== "" : major > 5 && manager === "npm";
      return isOn && value("package-manager-cache") !== "false" ? repository : undefined;
    }
    return isOff(asked) ? undefined : repository;
  }
  const said = refuses === undefined ? undefined : value(refuses);
  if (refuses !== undefined && said !== undefined)
    return (NEGATIVE.test(refuses) ? said === "true" : isOff(said)) ? undefined : repository;
  const major = majorVersion(ref, uses.comment) ?? since;
  return major >= since && major < until ? repository : undefined;
}

function isOff(value: string): boolean {
  return value === "" || value === "false";
}

/** `cache-mode` that lets what strangers start write the cache. */
function writableCache(file: Workflow): readonly Violation[] {
  const events = eventsOf(file);
  const event = LOW_TRUST.find((each) => events.has(each));
  if (event === undefined) return [];
  return [file.root, ...file.jobs.map(({ node }) => node)].flatMap((at) => {
    const mode = valueAt(at, "cache-mode");
    if (mode === undefined || !/^write/.test(textOf(mode) ?? "")) return [];
    const message = `\`cache-mode: ${textOf(mode)}\` lets a run that \`${event}\` starts write the cache of the default branch.`;
    return [{ path: file.path, place: placeIn(file, mode), key: "cache-mode", message }];
  });
}
