import { clip, type Severity } from "@assay/core";
import { columnOf, createNames, type Located } from "../located.ts";
import type { Sources } from "../sources.ts";
import type { MypyMessage } from "./output.ts";

const STUBS: ReadonlySet<string> = new Set(["import", "import-untyped", "import-not-found"]);

/** A finding a message; what misses stubs is only reported. */
export async function mypyFindings(
  messages: readonly MypyMessage[],
  sources: Sources,
): Promise<readonly Located[]> {
  const nameOf = createNames();
  const found: Located[] = [];
  for (const each of messages) {
    const { path = "", line, column, endLine = line, hints } = each;
    const code = each.code ?? (each.severity === "note" ? "note" : "error");
    const source = line === undefined ? "" : await sources.line(path, line);
    const isStub = STUBS.has(code);
    const place =
      line === undefined ? {} : { startLine: line, ...(endLine !== undefined && { endLine }) };
    const startColumn = column === undefined ? {} : { startColumn: columnOf(source, column - 1) };
    found.push({
      finding: {
        ruleId: "python.mypy",
        variant: { id: code, title: `mypy: ${code}`, help: helpOf(code, isStub), ...pageOf(code) },
        severity: severityOf(each, isStub),
        message: clip(each.message.replace(/\s+/g, " ").trim(), 500),
        fingerprint: nameOf("python.mypy", code, path, source.trim()),
        ...(path !== "" && { location: { path, ...place, ...startColumn } }),
        ...(hints.length > 0 && {
          evidence: hints.map((hint) => ({ label: "Note", value: clip(hint, 300) })),
        }),
        ...(isStub && {
          remediation:
            "Name the project's virtual environment by `venv`, or install type stubs there.",
        }),
      },
      path,
      first: line ?? 1,
      last: endLine ?? 1,
      wholeFile: true,
    });
  }
  return found;
}

function severityOf({ severity }: MypyMessage, isStub: boolean): Severity {
  return severity === "note" || isStub ? "info" : "medium";
}

function helpOf(code: string, isStub: boolean): string {
  return isStub
    ? "mypy does not know the types of this package, so what is made of it is not checked. Install its stubs in the environment that `venv` names."
    : `mypy's error code \`${code}\`. Fix the types. Where mypy is wrong, write \`# type: ignore[${code}]\` in the line and say why.`;
}

function pageOf(code: string): { readonly helpUri?: string } {
  return code === "note" || code === "error"
    ? {}
    : { helpUri: `https://mypy.readthedocs.io/en/stable/_refs.html#code-${code}` };
}
