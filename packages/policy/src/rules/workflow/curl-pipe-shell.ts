import type { Severity } from "@assay/core";
import { defineRule, type Violation } from "../../rule.ts";
import { type ScriptLine, scriptLines } from "../../workflow/scripts.ts";
import { type StepAt, stepKey, stepsOf } from "../../workflow/walk.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

const DOWNLOAD = String.raw`(?:curl|wget|gsutil\s+cp|aws\s+s3(?:api)?\s+(?:cp|get-object)|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)`;
const INTERPRETER = String.raw`(?:sudo\s+(?:-\S+\s+)*)?(?:env\s+(?:\S+=\S*\s+)*)?(?:(?:ba|da|k|mk|z)?sh|python3?|perl|ruby|php|node|java|iex|Invoke-Expression)`;
const PIPED = new RegExp(
  String.raw`\b${DOWNLOAD}\b[^|;&]*(?:\|\s*(?:tee\s+\S+\s*\|\s*)?)${INTERPRETER}(?=\s|$)`,
);
const SUBSTITUTED = new RegExp(
  String.raw`(?:${INTERPRETER}|source|\.|eval)\s+(?:-\w+\s+)*["']?(?:<\(|\$\(|${"`"})\s*${DOWNLOAD}\b`,
);
const SAVED = new RegExp(
  String.raw`\b${DOWNLOAD}\b[^|;&]*?(?:\s-o\s*|\s--output[= ]|\s-O\s+|\s>\s*)["']?([\w./$\{\}-]+)`,
);
const CHECKED =
  /\b(?:sha(?:256|512)sum|shasum|b2sum|openssl\s+dgst|gpg\s+--verify|cosign\s+verify|minisign|Get-FileHash)\b/;
/** On this machine, or a file at a commit. */
const HARMLESS = /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])|\/[0-9a-f]{40}\//;

/** Installs whose version or origin nobody fixed. */
const AD_HOC: readonly RegExp[] = [
  /\bnpm\s+(?:i|install)\s+(?:-\S+\s+)*(?:-g|--global)\b/,
  /\bnpm\s+(?:-g|--global)\s+(?:i|install)\b/,
  /\b(?:yarn|pnpm)\s+(?:global\s+add|add\s+(?:-g|--global))\b/,
  /\bpip[23]?\s+install\s+(?!.*(?:-r\b|--requirement|--require-hashes|-e\b|--editable|--hash|-c\b|--constraint))(?!(?:-\S+\s+)*(?:\.|["']?\.\[|\.\/))(?:-\S+\s+)*[A-Za-z]/,
  /\bgem\s+install\s+(?!.*\.gem\b)[A-Za-z]/,
  /\bgo\s+install\s+\S+@(?:latest|main|master)\b/,
  /\bcargo\s+install\s+(?!.*(?:--locked|--path))[A-Za-z-]/,
];

/** Rule 17. */
export const curlPipeShell = defineRule({
  id: "workflow.curl-pipe-shell",
  title: "A download that is run without being checked",
  description:
    "What the server sends today runs in the job: nobody has reviewed it, and nobody notices when it changes.",
  help: "Download a fixed version, compare its checksum, then run it; or use an action that is pinned to a commit. Install tools from a lockfile.",
  severity: "medium",
  sources: {
    zizmor: ["adhoc-packages", "unpinned-tools"],
    scorecard: ["Pinned-Dependencies"],
    ssdf: ["PW.4"],
  },
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const steps = stepsOf(await workflowsOf(repository)).filter(({ step }) => step.run);
    return { looked: steps.length, violations: steps.flatMap(violationsOf) };
  },
});

function violationsOf(at: StepAt): readonly Violation[] {
  const { file, step } = at;
  const { run } = step;
  if (run === undefined) return [];
  const lines = scriptLines(run.text);
  return lines.flatMap((line, index) => {
    const fault = faultOf(line, lines.slice(index + 1));
    if (fault === undefined) return [];
    const place = placeIn(file, run);
    // The lines of a block begin in the line after its sign.
    const isBlock = run.style === "literal" || run.style === "folded";
    const startLine = place.startLine + line.line + (isBlock ? 1 : 0);
    return [
      {
        path: file.path,
        place: isBlock ? { startLine } : place,
        key: `${stepKey(at)} ${line.text.slice(0, 80)}`,
        ...fault,
      },
    ];
  });
}

function faultOf(
  { text }: ScriptLine,
  later: readonly ScriptLine[],
): { readonly message: string; readonly severity?: Severity } | undefined {
  const shown = `\`${text.length > 100 ? `${text.slice(0, 100)}…` : text}\``;
  if (!HARMLESS.test(text) && !CHECKED.test(text)) {
    if (PIPED.test(text) || SUBSTITUTED.test(text))
      return { message: `${shown} runs what it downloads.` };
    const [, saved] = SAVED.exec(text) ?? [];
    if (saved !== undefined && isRunUnchecked(saved, [{ text, line: 0 }, ...later]))
      return { message: `${shown} is run later and not compared with a checksum.` };
  }
  return AD_HOC.some((install) => install.test(text)) && !isPinnedInstall(text)
    ? { message: `${shown} installs whatever version there is today.`, severity: "low" }
    : undefined;
}

function isRunUnchecked(saved: string, [first, ...later]: readonly ScriptLine[]): boolean {
  const name = saved.replace(/^\.\//, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const runs = new RegExp(
    String.raw`(?:^|[;&|]\s*)(?:${INTERPRETER}\s+(?:-\w+\s+)*(?:\./)?${name}|(?:sudo\s+)?\./${name}|\.\s+(?:\./)?${name}|chmod\s+\S*[x7]\S*\s+(?:\./)?${name})(?=\s|$|;|&)`,
  );
  const rest = (first?.text ?? "").replace(SAVED, "");
  for (const { text } of [{ text: rest }, ...later]) {
    if (CHECKED.test(text)) return false;
    if (runs.test(text)) return true;
  }
  return false;
}

/** Every package has an exact version. */
function isPinnedInstall(text: string): boolean {
  const packages = text
    .replace(/.*\b(?:install|add|i)\s+/, "")
    .split(/\s+/)
    .filter((word) => /^["']?@?[A-Za-z]/.test(word));
  return packages.length > 0 && packages.every((word) => /(?:==|@v?|:)\d/.test(word));
}
