import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  commonPositional,
  defineCommand,
  optionsOf,
} from "@assay/core";
import { ENRICH_LEVELS, INVENTORY_RULES, memberPlace, registryHosts } from "@assay/inventory";
import { DESTINATION_INPUTS, destinationHosts, hasDestination } from "./destinations/inputs.ts";
import { UPLOAD_RULES } from "./destinations/rules.ts";
import { DIFF_RULES } from "./diff/rules.ts";
import { DEFAULT_FORMATS, SBOM_FORMATS, SBOM_SCOPES, type SbomFormat } from "./options.ts";
import { SCORE_RULES } from "./score/rules.ts";
import { VALIDATION_RULES } from "./validate/rules.ts";

/** `assay sbom`: what is in it. */
export const sbomCommand = defineCommand({
  name: "sbom",
  label: "Bill of materials",
  title: "Write the bill of materials of a repository",
  description:
    "Reads every lockfile and writes one SBOM over all of them, as CycloneDX and as SPDX: every package with its version, hash, declared licence, place in the lockfile and true dependencies. It runs no package manager, needs no network, and writes the same bytes for the same commit. What it could not read is a finding, and the documents say how complete they are.",
  inputs: {
    formats: {
      type: "list",
      choices: SBOM_FORMATS,
      default: DEFAULT_FORMATS,
      required: true,
      configKey: "sbom.formats",
      loosened: "removed",
      description:
        "The documents that are written: `cyclonedx-1.6` as `sbom.cdx.json`, `cyclonedx-1.6-xml` as `sbom.cdx.xml`, `cyclonedx-1.7` as `sbom.1.7.cdx.json`, `cyclonedx-1.7-xml` as `sbom.1.7.cdx.xml`, `spdx-2.3` as `sbom.spdx.json`, `spdx-2.3-tag-value` as `sbom.spdx`, `spdx-3.0.1` as `sbom.spdx3.json`.",
    },
    scope: {
      type: "choice",
      choices: SBOM_SCOPES,
      default: "all",
      configKey: "sbom.scope",
      loosened: { toward: ["all", "runtime"] },
      description: "`runtime` leaves out packages that only development needs.",
    },
    output: {
      type: "path",
      outside: true,
      description:
        "The file (for one format) or the folder that documents are written to, relative to the folder that the run starts in; in the CLI `-` is the standard output. Without it they go to `report-directory`, and where that is not given either, the CLI writes them to the folder that it is started in.",
    },
    repository: {
      type: "string",
      description:
        "The repository that the files are of, as `owner/name` or as a URL: first-party packages are called after it. Without it, the run's own or the one of the git remote `origin`.",
    },
    ref: {
      type: "string",
      description:
        "The commit or tag that the files are of: they are read from git, without a checkout. Where the clone does not have it, the files are those of the work tree and only called after it. Without it, they are those of the work tree.",
    },
    workspace: {
      type: "path",
      description:
        "The folder of one member of a workspace, such as `packages/a`: the documents are about its packages only, as the lockfile above it leads to them.",
    },
    lockfile: {
      type: "list",
      default: [],
      description:
        "The only lockfiles that are read, wherever they lie below the working directory. Where a file's name does not tell its format, that stands before it, as in `package-lock=build/lock.json`.",
    },
    "include-ci": {
      type: "boolean",
      default: false,
      configKey: "sbom.include-ci",
      loosened: "off",
      description:
        "Write documents of their own on what the repository's workflows and actions use, `sbom.ci.cdx.json` beside `sbom.cdx.json`: actions, reusable workflows, images. They build the product and are never in its own documents.",
    },
    enrich: {
      type: "choice",
      choices: ENRICH_LEVELS,
      default: "off",
      configKey: "sbom.enrich",
      loosened: { toward: ENRICH_LEVELS },
      description:
        "Add what packages say of themselves: licences, authors, descriptions, home pages, repositories. `installed` looks at what is installed below the working directory; `caches` also at the user's caches outside of it, such as `~/go/pkg/mod`, `~/.cargo` and `~/.m2`; `registry` also asks the public registries, which so learn the names and versions of the packages that lie in none of these.",
    },
    changes: {
      type: "boolean",
      configKey: "sbom.changes",
      loosened: "none",
      description:
        "Show in every report which packages the change adds, removes, upgrades and downgrades. Without it, pull requests and merge queues that touch a lockfile show it.",
    },
    "sign-key": {
      type: "string",
      description:
        "The private key that CycloneDX JSON documents are signed with, inside of each (JSF): a path or `env://NAME`. cosign's encrypted keys and plain PEM keys are read.",
    },
    "sign-key-password": {
      type: "string",
      allowEmpty: true,
      secret: true,
      environment: "COSIGN_PASSWORD",
      description: "The password of an encrypted `sign-key`.",
    },
    ...DESTINATION_INPUTS,
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
  },
  outputs: {
    ...COMMON_OUTPUTS,
    "cyclonedx-path": {
      description:
        "The CycloneDX JSON document, where one was asked for; that of 1.6 where both were.",
    },
    "cyclonedx-xml-path": {
      description:
        "The CycloneDX XML document, where one was asked for; that of 1.6 where both were.",
    },
    "spdx-path": { description: "The SPDX 2.3 JSON document, where that format was asked for." },
    "spdx-tag-value-path": {
      description: "The SPDX 2.3 tag-value document, where that format was asked for.",
    },
    "spdx-3-path": { description: "The SPDX 3 JSON-LD document, where that format was asked for." },
    "component-count": {
      description: "Packages in the documents, the project itself not counted.",
    },
    complete: {
      description: "`true` where every lockfile was read and every entry in it understood.",
    },
  },
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository" },
    {
      scope: "contents",
      level: "write",
      reason: "to submit the dependency snapshot",
      when: "dependency-snapshot",
    },
    {
      scope: "contents",
      level: "write",
      reason: "to attach documents to a release",
      when: "release-asset",
    },
  ],
  rules: {
    ...INVENTORY_RULES,
    ...VALIDATION_RULES,
    ...DIFF_RULES,
    ...SCORE_RULES,
    ...UPLOAD_RULES,
  },
  config: {
    description: "Which bills of materials are written, and over what.",
    example: `formats:
  - cyclonedx-1.6
  - spdx-2.3
scope: all
authors:
  - name: Release team
    email: release@acme.example
manufacturer:
  name: Acme
  url: https://acme.example
supplier:
  - package: "pkg:maven/com.acme/*"
    name: Acme
`,
    ownKeys: async () => (await import("./config-keys.ts")).SBOM_KEYS,
    loosened: { authors: "none", manufacturer: "none", supplier: "none", license: "none" },
  },
  documents: { formats: "formats", output: "output", more: "include-ci" },
  positional: {
    ...commonPositional,
    term: "[folder or lockfile]",
    resolve: memberPlace,
  },
  brief: true,
  subcommands: async () => (await import("./subcommands.ts")).SUBCOMMANDS,
  hosts: (inputs, { environment }) => [
    ...destinationHosts(optionsOf(DESTINATION_INPUTS, inputs), environment),
    ...(inputs.enrich === "registry" ? registryHosts() : []),
  ],
  async run(context, inputs) {
    const {
      formats,
      scope,
      repository,
      ref,
      workspace,
      lockfile: lockfiles,
      enrich,
      changes,
    } = inputs;
    const includeCi = inputs["include-ci"];
    const { runSbom } = await import("./check.ts");
    const newest = (first: SbomFormat, file: string) =>
      formats.includes(first) ? `sbom.${file}` : `sbom.1.7.${file}`;
    const { result, inventory, componentCount, complete, made } = await runSbom(context, {
      formats,
      scope,
      repository,
      ref,
      workspace,
      lockfiles,
      includeCi,
      enrich,
      changes,
      signKey: inputs["sign-key"],
      signKeyPassword: inputs["sign-key-password"],
    });
    const destinations = optionsOf(DESTINATION_INPUTS, inputs);
    const uploads = hasDestination(destinations)
      ? await (await import("./destinations/upload.ts")).uploadAll(context, destinations, made)
      : undefined;
    return {
      results: [inventory, result],
      ...(uploads !== undefined && { acts: [uploads] }),
      outputs: {
        "cyclonedx-path": { artifact: newest("cyclonedx-1.6", "cdx.json") },
        "cyclonedx-xml-path": { artifact: newest("cyclonedx-1.6-xml", "cdx.xml") },
        "spdx-path": { artifact: "sbom.spdx.json" },
        "spdx-tag-value-path": { artifact: "sbom.spdx" },
        "spdx-3-path": { artifact: "sbom.spdx3.json" },
        "component-count": componentCount,
        complete,
      },
    };
  },
});
