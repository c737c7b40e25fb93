import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compareDocuments } from "../../../packages/sbom/src/diff/compare.ts";
import { mergeDocuments } from "../../../packages/sbom/src/merge/merge.ts";
import type { SbomDocument } from "../../../packages/sbom/src/model.ts";
import type { SbomFormat } from "../../../packages/sbom/src/options.ts";
import { type ReadDocument, readDocument } from "../../../packages/sbom/src/read/document.ts";
import { writeDocuments } from "../../../packages/sbom/src/writers.ts";
import { writeNpmProject } from "../../bench/npm-project.ts";
import { peer } from "../peers.ts";
import type { InteropSuite } from "../suite.ts";

const PACKAGES = 60;
const TARGETS: readonly SbomFormat[] = [
  ...(["cyclonedx-1.6", "cyclonedx-1.6-xml", "cyclonedx-1.7", "cyclonedx-1.7-xml"] as const),
  ...(["spdx-2.3", "spdx-2.3-tag-value"] as const),
];

/** One of each tool, format and syntax: the validators take their time. */
const CHECKED = [
  ...["syft cyclonedx-json@1.2", "syft cyclonedx-xml@1.6", "syft spdx-json@2.2"],
  ...["syft spdx-tag-value@2.3", "scalibr cdx-xml", "scalibr spdx23-json", "cyclonedx-py XML@1.2"],
];

/** By tool: how it writes one document in a format, named as the tool names it. */
const WRITERS: Readonly<
  Record<
    string,
    {
      readonly formats: readonly string[];
      write(project: string, format: string, file: string): void;
    }
  >
> = {
  syft: {
    formats: [
      ...["1.2", "1.3", "1.4", "1.5", "1.6"].flatMap((version) => [
        `cyclonedx-json@${version}`,
        `cyclonedx-xml@${version}`,
      ]),
      ...["spdx-json@2.2", "spdx-json@2.3", "spdx-tag-value@2.2", "spdx-tag-value@2.3"],
    ],
    write: (project, format, file) =>
      run(peer("syft"), ["scan", `dir:${project}`, "--quiet", "-o", `${format}=${file}`]),
  },
  scalibr: {
    formats: ["cdx-json", "cdx-xml", "spdx23-json", "spdx23-tag-value"],
    write: (project, format, file) =>
      run(peer("scalibr"), [
        `--root=${project}`,
        "--plugins=javascript/packagelockjson",
        "-o",
        `${format}=${file}`,
      ]),
  },
  "cyclonedx-py": {
    formats: ["JSON@1.2", "JSON@1.6", "XML@1.2", "XML@1.6"],
    write: (_, format, file) => {
      const [syntax = "", version = ""] = format.split("@");
      const python = join(dirname(peer("cyclonedx-py")), "python");
      run(peer("cyclonedx-py"), [
        "environment",
        python,
        "--of",
        syntax,
        "--sv",
        version,
        "--output-file",
        file,
      ]);
    },
  },
};

let scratch = "";
const documents = new Map<string, ReadDocument>();

/** What other tools write, read in every format that they write it in, and written again. */
export const sbomOperationsSuite: InteropSuite = {
  name: "sbom-operations",
  async setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-sbom-operations-"));
    const project = join(scratch, "project");
    writeNpmProject(project, PACKAGES, false);
    mkdirSync(join(scratch, "made"));
    for (const [tool, { formats, write }] of Object.entries(WRITERS)) {
      for (const format of formats) {
        const file = made(tool, format);
        write(project, format, file);
        documents.set(`${tool} ${format}`, await readDocument(file, readFileSync(file)));
      }
    }
  },
  cases: [
    ...Object.entries(WRITERS).map(([tool, { formats }]) => ({
      name: `${tool}: its ${formats.length} formats say the same packages, and nothing is left out of any`,
      run: () => {
        const purls = formats.map((format) => purlsIn(of(`${tool} ${format}`).document));
        assert.ok((purls[0]?.length ?? 0) > 10);
        for (const [index, format] of formats.entries()) {
          assert.deepEqual(purls[index], purls[0], format);
          const text = readFileSync(made(tool, format), "utf8");
          assert.deepEqual(purls[index], purlsOf(text), format);
        }
      },
    })),
    {
      name: "every document in every other format is valid by the CycloneDX Python library and spdx-tools",
      run: async () => {
        const folder = join(scratch, "converted");
        mkdirSync(folder);
        for (const name of CHECKED) {
          for (const target of TARGETS) {
            const [artifact] = await writeDocuments(of(name).document, [target]);
            writeFileSync(
              join(folder, `${name.replaceAll(/\W+/g, "-")}.${target}.${artifact?.name}`),
              artifact?.bytes ?? "",
            );
          }
        }
        assert.equal(python("cyclonedx-py", CHECK, folder).trim(), "[]");
      },
    },
    {
      name: "a document in another format differs in nothing that is compared",
      run: async () => {
        for (const [name, { document }] of documents) {
          for (const target of TARGETS) {
            const [artifact] = await writeDocuments(document, [target]);
            const back = await readDocument(target, artifact?.bytes ?? new Uint8Array());
            assert.deepEqual(compareDocuments(document, back.document), [], `${name} to ${target}`);
          }
        }
      },
    },
    {
      name: "documents of different tools over one project merge to one that is valid",
      run: async () => {
        const parts = ["syft cyclonedx-json@1.6", "syft spdx-tag-value@2.3", "scalibr cdx-xml"].map(
          (name) => ({ name, document: of(name).document }),
        );
        const folder = join(scratch, "merged");
        mkdirSync(folder);
        for (const mode of ["flat", "hierarchical"] as const) {
          const { document } = mergeDocuments(parts, { mode, name: "merged", version: "1" });
          for (const artifact of await writeDocuments(document, TARGETS))
            writeFileSync(join(folder, `${mode}.${artifact.name}`), artifact.bytes);
        }
        assert.equal(python("cyclonedx-py", CHECK, folder).trim(), "[]");
      },
    },
  ],
  teardown() {
    documents.clear();
    rmSync(scratch, { recursive: true, force: true });
  },
};

/** Where a document is written: scalibr wants to see the format in the name. */
function made(tool: string, format: string): string {
  const kind = format.includes("spdx") ? "spdx" : "cdx";
  const syntax = /tag-value/.test(format) ? "" : /xml/i.test(format) ? ".xml" : ".json";
  return join(scratch, "made", `${tool}-${format}.${kind}${syntax}`);
}

/** Prints what is invalid in a folder. */
const CHECK = `
import glob, os, sys
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
found = []
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*"))):
    if ".cdx." in path:
        version = SchemaVersion.V1_7 if ".1.7.cdx." in path else SchemaVersion.V1_6
        kind = OutputFormat.XML if path.endswith(".xml") else OutputFormat.JSON
        error = make_schemabased_validator(kind, version).validate_str(open(path, encoding="utf-8").read())
        if error is not None:
            found.append((path, str(error)[:500]))
    else:
        messages = validate_full_spdx_document(parse_file(path))
        if messages:
            found.append((path, [each.validation_message for each in messages][:3]))
print(found)
`;

function python(tool: "cyclonedx-py", script: string, ...args: readonly string[]): string {
  peer("pyspdxtools");
  return run(join(dirname(peer(tool)), "python"), ["-c", script, ...args]);
}

function of(name: string): ReadDocument {
  const found = documents.get(name);
  assert.ok(found !== undefined, name);
  return found;
}

function purlsIn({ subject, components }: SbomDocument): readonly string[] {
  const all = subject === undefined ? components : [subject, ...components];
  return [...new Set(all.flatMap(({ purl }) => purl ?? []))].sort();
}

/** Counted in the text, whatever its syntax: each purl that is the value of a field. */
function purlsOf(text: string): readonly string[] {
  const decoded = text.replaceAll("&amp;", "&").replaceAll("\\u0026", "&");
  const fields =
    /(?:"(?:purl|referenceLocator)": *"|<purl>|^ExternalRef: PACKAGE[-_]MANAGER purl )(pkg:[^"<\s]+)/gm;
  return [...new Set([...decoded.matchAll(fields)].map(([, purl = ""]) => purl))].sort();
}

/** @returns stdout */
function run(command: string, args: readonly string[]): string {
  const env = { ...process.env, SYFT_CHECK_FOR_APP_UPDATE: "false" };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    env,
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  assert.equal(status, 0, `${command}: ${stdout}${stderr}`);
  return stdout;
}
