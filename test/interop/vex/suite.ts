import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExceptions } from "../../../packages/dependencies/src/ignores/read.ts";
import {
  exceptionsContext,
  vulnerable,
} from "../../../packages/dependencies/src/test/exceptions.ts";
import { vexDocuments } from "../../../packages/dependencies/src/vex/documents.ts";
import type { InteropSuite } from "../suite.ts";

/** Reads a document as vexctl does: is each statement valid, and does it match; or writes one. */
const GO = `package main
import ("encoding/json"; "os"; "time"; "github.com/openvex/go-vex/pkg/vex")
type said struct { Name, Status, Justification, Problem string; Matches bool }
func main() {
	if os.Args[1] == "write" {
		doc := vex.New()
		doc.ID, doc.Author = "https://acme.example/vex/1", "Acme"
		at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
		doc.Timestamp = &at
		product := vex.Product{Component: vex.Component{ID: "pkg:github/acme/shop"}, Subcomponents: []vex.Subcomponent{{Component: vex.Component{ID: "pkg:npm/left@1.2.3"}}}}
		doc.Statements = []vex.Statement{{Vulnerability: vex.Vulnerability{Name: "CVE-2026-1"}, Products: []vex.Product{product}, Status: vex.StatusNotAffected, Justification: vex.VulnerableCodeNotPresent}}
		if doc.ToJSON(os.Stdout) != nil { os.Exit(1) }
		return
	}
	doc, err := vex.Open(os.Args[2])
	if err != nil { panic(err) }
	out := []said{}
	for _, s := range doc.Statements {
		one := said{Name: string(s.Vulnerability.Name), Status: string(s.Status), Justification: string(s.Justification)}
		if err := s.Validate(); err != nil { one.Problem = err.Error() }
		one.Matches = len(doc.Matches(one.Name, "pkg:github/acme/shop", []string{os.Args[3]})) > 0
		out = append(out, one)
	}
	json.NewEncoder(os.Stdout).Encode(out)
}
`;

const MODULE = "module vexreader\ngo 1.25\nrequire github.com/openvex/go-vex v0.2.9\n";
const REPOSITORY = {
  origin: { serverUrl: "https://github.com", repository: "acme/shop" },
  folder: "",
  head: { sha: "f".repeat(40), committedAt: "2026-11-20T10:00:00Z" },
  absent: [],
  notices: [],
};

let scratch = "";

function goVex(...args: readonly string[]): string {
  return execFileSync("go", ["run", "./vexreader", ...args], {
    cwd: scratch,
    env: { ...process.env, GOFLAGS: "-mod=mod" },
    encoding: "utf8",
  });
}

/** OpenVEX between us and go-vex, the library of vexctl. */
export const vexSuite: InteropSuite = {
  name: "vex",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-vex-"));
    mkdirSync(join(scratch, "vexreader"));
    writeFileSync(join(scratch, "vexreader", "main.go"), GO);
    writeFileSync(join(scratch, "go.mod"), MODULE);
  },
  cases: [
    {
      name: "go-vex reads our OpenVEX: valid statements that match product and part",
      async run() {
        for (const justification of [undefined, "vulnerable_code_not_present"] as const) {
          const found = vulnerable();
          const path = join(scratch, "vex.openvex.json");
          writeFileSync(path, await written(found, justification));
          assert.deepEqual(JSON.parse(goVex("read", path, "pkg:npm/left@1.2.3")), [
            {
              Name: "CVE-2026-1",
              Status: justification === undefined ? "affected" : "not_affected",
              Justification: justification ?? "",
              Problem: "",
              Matches: true,
            },
          ]);
          const [other] = JSON.parse(goVex("read", path, "pkg:npm/right@1.2.3"));
          assert.equal(other.Matches, false);
        }
      },
    },
    {
      name: "we read what go-vex writes",
      async run() {
        const found = vulnerable();
        const vex = { vex: ["v.json"], documents: [] };
        const context = exceptionsContext({ "v.json": goVex("write") });
        const exceptions = await readExceptions(context, { vex, isWhole: true }, [found]);
        assert.deepEqual(exceptions.findings, []);
        assert.equal(exceptions.of(found)?.status, "not_affected");
      },
    },
  ],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

async function written(
  found: ReturnType<typeof vulnerable>,
  justification: "vulnerable_code_not_present" | undefined,
): Promise<Uint8Array> {
  const [reason, owner, expires] = ["never called", "ann", "2026-12-10"];
  const ignores = [{ id: "CVE-2026-1", reason, owner, expires, justification }];
  const context = exceptionsContext();
  const exceptions = await readExceptions(context, { ignores, isWhole: true }, [found]);
  const material = { repository: REPOSITORY, inventory: { graphs: [], skipped: [] } };
  const wanted = { documents: ["openvex"] } as const;
  const [artifact] = await vexDocuments(context, wanted, material, [found], exceptions);
  assert.ok(artifact);
  return artifact.bytes;
}
