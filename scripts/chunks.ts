import type { ChunkingContext } from "rolldown";

const LIBRARY = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+).*$/s;
/** What is always loaded together. */
const TOGETHER: readonly (readonly [name: string, libraries: RegExp])[] = [
  ["spdx", /^(?:spdx-|array-find-index$)/],
  ["sigstore", /^sigstore-/],
  ["actions", /^actions-/],
];

/** Every library is a chunk of its own: it is loaded with the first room that uses it. */
export function libraryChunk(id: string): string {
  const name = id.replace(LIBRARY, "$1").replace("@", "").replace(/[\\/]/, "-");
  const together = TOGETHER.find(([, libraries]) => libraries.test(name));
  return `vendor-${together?.[0] ?? name}`;
}

/** What only runs about a change or a history need, and what writes or reads formats that few ask for: in no part that others load. */
const LATE =
  /^packages\/(?:inventory\/src\/xml\/|reporting\/src\/(?:annotations|budget|comment|markdown|sarif|summary)|(git)\/src\/(?:diff|range|objects\/(?:blobs|messages|followed)|fetch\/(?!remote|keep)|revisions\/(?:branches|revisions))|runtime\/src\/settings\/(?:ledger\/acknowledge|loosened\/|settings-of|base-files|open-base)|inventory\/src\/(?:base|revision-source)\.ts)/;

/**
 * Parts of our own code that are loaded as one file, the first that a module belongs to: a module, and all that it imports
 * without `import()`. A run loads some fifteen files instead of forty; finding and linking a file costs more than parsing it.
 */
const PARTS: readonly (readonly [name: string, modules: readonly string[]])[] = [
  [
    "base",
    ["core/src/index", "core/src/github/api", "runtime/src/index"].map(
      (module) => `packages/${module}.ts`,
    ),
  ],
  ["yaml", ["packages/core/src/yaml/index.ts"]],
  ["suite", ["packages/suite/src/index.ts"]],
  ["cli-main", ["packages/cli/src/process.ts", "packages/cli/src/run-command.ts"]],
  ["git", ["packages/git/src/index.ts"]],
  ["inventory", ["packages/inventory/src/index.ts"]],
  ["sbom", ["packages/sbom/src/command.ts"]],
  ["inventory-installed", ["packages/inventory/src/installed/index.ts"]],
  [
    "sbom-check",
    ["check", "ci", "changes/changes", "config-facts", "said-of-itself"].map(
      (module) => `packages/sbom/src/${module}.ts`,
    ),
  ],
  ["licenses", ["packages/licenses/src/index.ts"]],
  ["licenses-check", ["packages/licenses/src/check.ts"]],
  ["secrets", ["packages/secrets/src/index.ts"]],
  ["secrets-check", ["packages/secrets/src/check.ts", "packages/secrets/src/gitleaks/run.ts"]],
  ["policy", ["packages/policy/src/index.ts"]],
  ["policy-check", ["packages/policy/src/check.ts"]],
  ["policy-fix", ["packages/policy/src/fix/command.ts", "packages/policy/src/fix/fix.ts"]],
  ["python-check", ["packages/python/src/check.ts"]],
  ["signing", ["packages/signing/src/index.ts"]],
  ["sigstore", ["index", "keys", "files"].map((module) => `packages/sigstore/src/${module}.ts`)],
  [
    "signing-acts",
    ["sign/run-sign", "verify/run-verify", "attest/run-attest"].map(
      (module) => `packages/signing/src/${module}.ts`,
    ),
  ],
  [
    "key-services",
    ["vault", "aws", "google", "azure"].map(
      (name) => `packages/sigstore/src/key-services/${name}.ts`,
    ),
  ],
  // Behind what acts load: a part takes what it shares with the parts below, and the archive has no `cli-*`.
  ["cli-tuf", ["packages/sigstore/src/tuf.ts", "packages/signing/src/verify/current-root.ts"]],
  ["cli-keys", ["packages/cli/src/key/key-command.ts"]],
  ["cli-sbom-commands", ["packages/sbom/src/subcommands.ts"]],
  [
    "cli-protocol",
    ["sign-bundle", "verify-bundle"].map((name) => `packages/cli/src/protocol/${name}.ts`),
  ],
  [
    "sbom-formats",
    ["cyclonedx/xml", "spdx/tag-value", "spdx3/document", "signature/sign"].map(
      (module) => `packages/sbom/src/${module}.ts`,
    ),
  ],
  [
    "sbom-documents",
    [
      ...["score", "validate", "diff", "convert", "merge"].map((name) => `${name}/check`),
      ...["read/cyclonedx", "read/spdx", "read/spdx3", "validate/spdx3", "signature/verify"],
    ].map((module) => `packages/sbom/src/${module}.ts`),
  ],
  [
    "cli-helpers",
    ["ack-command", "config-command", "explain-command", "init/init-command"].map(
      (module) => `packages/cli/src/${module}.ts`,
    ),
  ],
  [
    "config",
    [
      "packages/runtime/src/config/index.ts",
      "packages/runtime/src/config/parse-config.ts",
      "packages/runtime/src/settings/ledger/parse.ts",
      "packages/inventory/src/config.ts",
      ...["dependencies", "licenses", "policy", "sbom"].map(
        (name) => `packages/${name}/src/config-keys.ts`,
      ),
    ],
  ],
  [
    "advisories",
    [
      "packages/advisories/src/sources/open-data.ts",
      "packages/advisories/src/store/read.ts",
      "packages/advisories/src/store/write.ts",
      "packages/advisories/src/sources/bucket.ts",
      "packages/advisories/src/sources/api.ts",
      "packages/advisories/src/snapshot/open.ts",
      "packages/advisories/src/snapshot/signature.ts",
      "packages/advisories/src/sources/open.ts",
    ],
  ],
  ["dependencies", ["packages/dependencies/src/index.ts"]],
  [
    "dependencies-check",
    [
      "packages/dependencies/src/check.ts",
      "packages/dependencies/src/result.ts",
      "packages/dependencies/src/outputs.ts",
      "packages/dependencies/src/fix/fixes.ts",
      "packages/dependencies/src/ignores/readers.ts",
      "packages/dependencies/src/update/gate.ts",
      "packages/dependencies/src/update/release-dates.ts",
      "packages/dependencies/src/vex/read.ts",
      "packages/dependencies/src/vex/documents.ts",
    ],
  ],
  [
    "dependencies-commands",
    ["packages/dependencies/src/subcommands.ts", "packages/dependencies/src/explain/explain.ts"],
  ],
  [
    "advisories-commands",
    [
      "packages/dependencies/src/advisories-command/build.ts",
      "packages/dependencies/src/advisories-command/fetch.ts",
    ],
  ],
  ["cli-vsa", ["packages/signing/src/vsa.ts"]],
  [
    "cli-verdicts",
    ["verify/policy/run-policy", "vsa/run-vsa"].map((name) => `packages/signing/src/${name}.ts`),
  ],
  ["signing-release", ["packages/signing/src/release/run-release.ts"]],
  [
    "cli-verify-release",
    ["verify-command", "run-verify-release"].map(
      (name) => `packages/signing/src/release/${name}.ts`,
    ),
  ],
  // Behind what `fetch` loads; the action runs nothing else.
  [
    "cli-advisories",
    ["subcommands", "run-build", "verify"].map(
      (module) => `packages/dependencies/src/advisories-command/${module}.ts`,
    ),
  ],
];

/** What only `assay image` runs: a late part of its action (`late-parts.ts`). */
const IMAGE =
  /^packages\/(?:(?:oci|images)\/src\/|[a-z]+\/src\/image\/|sigstore\/src\/older\/image)/;

/** What only a run that writes report files needs; `part-base` has what a terminal shows. */
const REPORT_FILES = /^packages\/reporting\/src\//;

const FORMAT = /^packages\/inventory\/src\/ecosystems\/([^/]+)\/(?:(?!test\/)([^/]+)\/read\.ts$)?/;
/** The section of the config file brings the schema library, what is installed the licence rules: they are loaded where those are. */
const SHARED_BY_READERS =
  /^packages\/inventory\/src\/(?!config\.ts$|installed\/)(?:(yaml|xml|toml)\b)?/;

/** Ecosystems of one family, whose readers are small: a file of its own costs more than reading its neighbours. */
const READ_TOGETHER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jvm: ["gradle", "maven", "sbt"],
    mobile: ["cocoapods", "pub", "swift"],
    native: ["bazel", "conan", "nix", "terraform", "vcpkg"],
    science: ["conda", "cran", "julia"],
    functional: ["hackage", "hex"],
  }).flatMap(([family, names]) => names.map((name) => [name, family] as const)),
);

/** Names the chunk of each of our own modules; `null` where it is left to the bundler. */
export function ownChunks(root: string): (id: string, context: ChunkingContext) => string | null {
  let known: ReadonlyMap<string, string> | undefined;
  return (id, context) => {
    known ??= partsOf(root, context);
    const part = known.get(id);
    if (part !== undefined) return `part-${part}`;
    const path = pathIn(root, id);
    if (IMAGE.test(path)) return "part-cli-image";
    const late = LATE.exec(path);
    if (late?.[1] !== undefined) return `part-${late[1]}-changes`;
    if (REPORT_FILES.test(path)) return "part-reports";
    // Only `assay ack` writes the ledger.
    if (path.includes("/ledger/acknowledge.")) return "part-cli-helpers";
    const shared = SHARED_BY_READERS.exec(path);
    if (late !== null && shared?.[1] === undefined)
      return shared === null ? null : "inventory-base";
    const format = FORMAT.exec(path);
    if (format !== null) return `part-inventory-${READ_TOGETHER.get(format[1] ?? "") ?? format[1]}`;
    if (shared?.[1] === "yaml") return "part-yaml";
    return shared === null ? null : `part-inventory-${shared[1] ?? "assemble"}`;
  };
}

function partsOf(root: string, context: ChunkingContext): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, modules] of PARTS) {
    const pending = modules.map((module) => `${root.replace(/\/$/, "")}/${module}`);
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (parts.has(id) || id.includes("node_modules") || LATE.test(pathIn(root, id))) continue;
      const info = context.getModuleInfo(id);
      if (info === null) continue;
      parts.set(id, name);
      pending.push(...info.importedIds);
    }
  }
  return parts;
}

function pathIn(root: string, id: string): string {
  return id.slice(root.replace(/\/$/, "").length + 1).replaceAll("\\", "/");
}
