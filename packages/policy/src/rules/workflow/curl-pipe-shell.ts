import type { Severity } from "@assay/core";
import { textOf } from "@assay/core/yaml";
import { defineRule, type Violation } from "../../rule.ts";
import { installsUnpinned } from "../../workflow/installs.ts";
import { type ScriptLine, scriptLines } from "../../workflow/script-lines.ts";
import { type StepAt, stepKey, stepsOf } from "../../workflow/steps.ts";
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
/** Lines behind a download that are searched for what runs it: all of a script, short of a hostile one. */
const MAX_LATER = 60;
/** From this machine, or of a file at a commit. */
const HARMLESS = new RegExp(
  String.raw`\b${DOWNLOAD}\b(?:[^|;&\s]|\s(?!#))*?https?://(?:(?:localhost|127\.0\.0\.1|\[::1\])(?![\w.@-])|[^\s?#|;&]*/[0-9a-f]{40}/)`,
  "g",
);

/** Actions that install the newest version of a tool unless an input names one. */
const TOOLS: Readonly<Record<string, string>> = {
  "1password/load-secrets-action": "version",
  "aquasecurity/setup-trivy": "version",
  "extractions/setup-crate": "version",
  "extractions/setup-just": "just-version",
};

/** Rule 17. */
export const curlPipeShell = defineRule({
  id: "workflow.curl-pipe-shell",
  title: "A download that is run without being checked",
  description: "What the server sends today runs in the job, and nobody has reviewed it.",
  help: "Download a fixed version and compare its checksum before you run it, or use a pinned action. Install tools from a lockfile.",
  severity: "medium",
  sources: {
    zizmor: ["adhoc-packages", "unpinned-tools"],
    scorecard: ["Pinned-Dependencies"],
    ssdf: ["PW.4"],
  },
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const steps = stepsOf(await workflowsOf(repository)).filter(
      ({ step: { run, uses } }) => run ?? uses,
    );
    return {
      looked: steps.length,
      violations: steps.flatMap((at) => [...toolOf(at), ...violationsOf(at)]),
    };
  },
});

function toolOf(at: StepAt): readonly Violation[] {
  const { file, step } = at;
  if (step.uses?.target.kind !== "action") return [];
  const { repository } = step.uses.target;
  const input = TOOLS[repository];
  if (input === undefined || !/^(?:latest)?$/.test(textOf(step.with.get(input)?.value) ?? ""))
    return [];
  const message = `\`${repository}\` installs whatever version there is today: \`${input}\` names none.`;
  return [
    {
      path: file.path,
      place: placeIn(file, step.uses.node),
      key: stepKey(at),
      message,
      severity: "low",
    },
  ];
}

function violationsOf(at: StepAt): readonly Violation[] {
  const { file, step } = at;
  const { run } = step;
  if (run === undefined) return [];
  const lines = scriptLines(run.text);
  return lines.flatMap((line, index) => {
    const fault = faultOf(line, lines.slice(index + 1, index + MAX_LATER));
    if (fault === undefined) return [];
    const place = placeIn(file, run);
    // The lines of a block begin in the line after its sign.
    const isBlock = run.style === "literal" || run.style === "folded";
    const startLine = place.startLine + line.line + (isBlock ? 1 : 0);
    return [
      {
        path: file.path,
        place: isBlock ? { startLine } : place,
        key: `${stepKey(at)} ${line.text.slice(0, 1000)}`,
        ...fault,
      },
    ];
  });
}

function faultOf(
  { text: whole }: ScriptLine,
  later: readonly ScriptLine[],
): { readonly message: string; readonly severity?: Severity } | undefined {
  const shown = `\`${whole.length > 100 ? `${whole.slice(0, 100)}…` : whole}\``;
  const text = whole.replace(HARMLESS, "");
  if (PIPED.test(text) || SUBSTITUTED.test(text))
    return { message: `${shown} runs what it downloads.` };
  const [, saved] = SAVED.exec(text) ?? [];
  // A longer name is no file's.
  if (
    saved !== undefined &&
    saved.length < 256 &&
    isRunUnchecked(saved, [text.replace(SAVED, ""), ...later.map((line) => line.text)])
  )
    return { message: `${shown} is run later and not compared with a checksum.` };
  return installsUnpinned(whole)
    ? { message: `${shown} installs whatever version there is today.`, severity: "low" }
    : undefined;
}

function isRunUnchecked(saved: string, lines: readonly string[]): boolean {
  const bare = saved.replace(/^\.\//, "");
  const name = bare.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  let runs: RegExp | undefined;
  for (const text of lines) {
    const isChecked = CHECKED.test(text.replace(/\s#.*$/, ""));
    // Searched first: a script may have ten thousand downloads, each with its own pattern.
    if (!isChecked && text.includes(bare)) {
      runs ??= new RegExp(
        String.raw`(?:^|[;&|]\s*)(?:${INTERPRETER}\s+(?:-\w+\s+)*(?:\./)?${name}|(?:sudo\s+)?\./${name}|\.\s+(?:\./)?${name}|chmod\s+\S*[x7]\S*\s+(?:\./)?${name})(?=\s|$|;|&)`,
      );
      if (runs.test(text)) return true;
    }
    if (isChecked) return false;
  }
  return false;
}
