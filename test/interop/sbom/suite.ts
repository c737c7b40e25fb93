import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SBOM_FORMATS } from "../../../packages/sbom/src/options.ts";
import { EVERYTHING, HOSTILE } from "../../../packages/sbom/src/test/documents.ts";
import { writeNpmProject } from "../../bench/npm-project.ts";
import { peer } from "../peers.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { scoredCases } from "./scored.ts";
import { verifiedInPython } from "./signatures.ts";

const CLI = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));
const PACKAGES = 400;

let scratch = "";

/** Our documents as other tools read them: valid, whole, and every package reached from the project. */
export const sbomSuite: InteropSuite = {
  name: "sbom",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-sbom-"));
    writeNpmProject(join(scratch, "made-up"), PACKAGES, false);
    for (const [name, files] of Object.entries({ everything: EVERYTHING, hostile: HOSTILE })) {
      writeNpmProject(join(scratch, name), 1, false);
      for (const [path, text] of Object.entries(files))
        writeFileSync(join(scratch, name, path), text);
    }
  },
  cases: [
    ...["made-up", "everything", "hostile"].flatMap(casesOf),
    ...scoredCases(() => scratch),
    {
      name: "what a key signs inside of CycloneDX holds for Python's canonical form and cryptography, and not with a change",
      run: () => {
        writeNpmProject(join(scratch, "signed"), PACKAGES, false);
        verifiedInPython(join(scratch, "signed"));
      },
    },
    {
      name: "ntia-conformance-checker calls documents conformant whose suppliers are configured",
      run: () => {
        writeNpmProject(join(scratch, "configured"), PACKAGES, false);
        writeFileSync(join(scratch, "configured", "assay.yml"), CONFIGURED);
        const documents = write("configured");
        for (const [file, spec] of [
          ["sbom.spdx.json", "spdx2"],
          ["sbom.spdx3.json", "spdx3"],
        ] as const)
          assert.equal(ntiaResult(documents, file, spec).isConformant, true, file);
      },
    },
  ],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

const CONFIGURED = `sbom:
  supplier: registry
  manufacturer:
    name: Acme
`;

function casesOf(project: string): readonly InteropCase[] {
  return [
    {
      name: `${project}: the CycloneDX Python library finds JSON and XML valid`,
      run: () => {
        const documents = write(project);
        for (const [file, version, format] of [
          ["sbom.cdx.json", "V1_6", "JSON"],
          ["sbom.cdx.xml", "V1_6", "XML"],
          ["sbom.1.7.cdx.json", "V1_7", "JSON"],
          ["sbom.1.7.cdx.xml", "V1_7", "XML"],
        ] as const)
          assert.equal(python(VALIDATE, join(documents, file), format, version).trim(), "None");
      },
    },
    {
      name: `${project}: spdx-tools finds the SPDX 2.3 documents valid`,
      run: () => {
        for (const file of ["sbom.spdx.json", "sbom.spdx"])
          run(peer("pyspdxtools"), ["-i", join(write(project), file)]);
      },
    },
    {
      name: `${project}: the SPDX Python model, made from the official shapes, reads the SPDX 3 document and resolves every id`,
      run: () =>
        void assert.equal(python(READ_SPDX3, join(write(project), "sbom.spdx3.json")).trim(), "[]"),
    },
    {
      name: `${project}: syft finds in the other documents what it finds in SPDX JSON`,
      run: () => {
        const documents = write(project);
        const expected = purlsRead(join(documents, "sbom.spdx.json"));
        for (const file of ["sbom.spdx", "sbom.spdx3.json", "sbom.1.7.cdx.json", "sbom.cdx.xml"])
          assert.deepEqual(purlsRead(join(documents, file)), expected, file);
      },
    },
    {
      name: `${project}: ntia-conformance-checker reaches every package, and misses suppliers alone`,
      run: () => ntia(write(project)),
    },
    ...(["sbom.cdx.json", "sbom.spdx.json"] as const).map((file) => ({
      name: `${project}: osv-scanner and syft find every package in ${file}`,
      run: () => everyPackage(write(project), file),
    })),
  ];
}

/** Writes all documents of a project. @returns Their folder. */
function write(project: string): string {
  const folder = join(scratch, `${project}-documents`);
  const output = ["--offline", "--fail-on", "never", "--report-directory", folder];
  run(process.execPath, [
    CLI,
    "sbom",
    join(scratch, project),
    "--formats",
    SBOM_FORMATS.join(","),
    ...output,
  ]);
  return folder;
}

const VALIDATE = `
import sys
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
validator = make_schemabased_validator(OutputFormat[sys.argv[2]], SchemaVersion[sys.argv[3]])
print(validator.validate_str(open(sys.argv[1], encoding="utf-8").read()))
`;

const READ_SPDX3 = `
import sys
import spdx_python_model.bindings.v3_0_1 as model
objects = model.SHACLObjectSet()
with open(sys.argv[1], "rb") as file:
    model.JSONLDDeserializer().read(file, objects)
print(sorted(objects.link()))
`;

function python(script: string, ...args: readonly string[]): string {
  return run(join(dirname(peer("cyclonedx-py")), "python"), ["-c", script, ...args]);
}

/** A lockfile says who serves a package, not who supplies it: these documents name no supplier but of first-party packages. */
function ntia(documents: string): void {
  const {
    graphValidation: { floatingComponents, unknownPointers },
    ...verdict
  } = ntiaResult(documents, "sbom.spdx.json", "spdx2");
  assert.equal(floatingComponents.floatingComponentCount, 0);
  for (const field of ["validationMessages", "parsingError"] as const)
    assert.deepEqual(verdict[field], []);
  // There a name is a line separator, and what is not understood is stated as NOASSERTION, which is no pointer to a package.
  if (basename(documents).startsWith("hostile")) return;
  assert.equal(unknownPointers.hasUnknownPointers, false);
  for (const field of ["componentNames", "componentIdentifiers"] as const)
    assert.ok(verdict[field].allProvided, field);
}

function ntiaResult(documents: string, file: string, spec: string): NtiaResult {
  const result = join(documents, "ntia.json");
  const output = ["--output", "json", "--output-file", result];
  run(peer("ntia-checker"), [join(documents, file), "--sbom-spec", spec, ...output], [0, 1]);
  return json<NtiaResult>(result);
}

interface NtiaResult {
  readonly isConformant: boolean;
  readonly graphValidation: {
    readonly floatingComponents: { readonly floatingComponentCount: number };
    readonly unknownPointers: { readonly hasUnknownPointers: boolean };
  };
  readonly validationMessages: readonly string[];
  readonly parsingError: readonly string[];
  readonly componentNames: { readonly allProvided: boolean };
  readonly componentIdentifiers: { readonly allProvided: boolean };
}

function everyPackage(documents: string, file: "sbom.cdx.json" | "sbom.spdx.json"): void {
  const path = join(documents, file);
  const purls = purlsIn(path);
  assert.ok(purls.size > 0);
  // Without its databases it ends with an error after it has read the document.
  const scanner = ["--experimental-offline", "--format", "json", "--sbom", path];
  const scanned = run(peer("osv-scanner"), scanner, [0, 127, 128]);
  const found = Number(/found (\d+) packages/.exec(scanned)?.[1]);
  assert.equal(found, purls.size, scanned);
  const read = new Set(purlsRead(path));
  const missing = [...purls].filter((purl) => !read.has(decodeURIComponent(purl)));
  assert.deepEqual(missing, []);
}

/** By syft, sorted. */
function purlsRead(path: string): readonly string[] {
  const { artifacts } = JSON.parse(
    run(peer("syft"), ["convert", path, "--output", "syft-json", "--quiet"]),
  ) as { readonly artifacts: readonly { readonly purl: string }[] };
  return artifacts.map(({ purl }) => decodeURIComponent(purl)).sort();
}

function purlsIn(path: string): ReadonlySet<string> {
  const { components = [], packages = [] } = json<{
    readonly components?: readonly { readonly purl?: string }[];
    readonly packages?: readonly {
      readonly externalRefs?: readonly { readonly referenceLocator: string }[];
    }[];
  }>(path);
  const purls = [
    ...components.map(({ purl }) => purl),
    ...packages.flatMap(({ externalRefs = [] }) =>
      externalRefs.map(({ referenceLocator }) => referenceLocator),
    ),
  ];
  return new Set(purls.filter((purl) => purl !== undefined));
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

/** @returns stdout and stderr. */
function run(command: string, args: readonly string[], exits: readonly number[] = [0]): string {
  const environment = { ...process.env, SYFT_CHECK_FOR_APP_UPDATE: "false" };
  const ended = spawnSync(command, args, {
    encoding: "utf8",
    env: environment,
    maxBuffer: 2 ** 28,
  });
  if (ended.error !== undefined) throw ended.error;
  assert.ok(exits.includes(ended.status ?? -1), `${ended.status}: ${ended.stdout}${ended.stderr}`);
  return command.endsWith("syft") ? ended.stdout : `${ended.stdout}${ended.stderr}`;
}
