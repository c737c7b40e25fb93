import { textOf } from "@assay/core/yaml";
import type { Found } from "./foreign-checkouts.ts";
import type { SourceFile, Step } from "./model.ts";
import { lineSpan } from "./templates.ts";
import { actionOf } from "./uses.ts";

const RUNS =
  /(?:^|[;&|(]\s*|\b(?:then|do|sudo|env)\s+)((?:npm|pnpm|yarn|bun)(?:\s+(?:ci|i|install|add|run\S*|test|t|exec|build|start|dlx)\b|\s*$)|npx\s|make\b|cmake\s|cargo\s|go\s+(?:build|test|run|generate|vet)\b|(?:\.\/)?(?:mvnw?|gradlew?)\b|pip3?\s+install\b|python3?\s|pytest\b|tox\b|nox\b|poetry\s|uv\s+(?:run|sync|pip)\b|bundle\s|rake\b|composer\s|docker\s+(?:compose|build)\b|dotnet\s|bazel\s|pre-commit\b|node\s|\.\/\S+|(?:ba)?sh\s+[^-\s]|source\s|\.\s+\S|swift\s|just\b|task\b|terraform\s+(?:init|plan|apply)\b)/;
const RUNNING_ACTION =
  /^(?:pre-commit\/action|docker\/(?:build-push|bake)-action|golangci\/golangci-lint-action|gradle\/.*|cypress-io\/github-action|goreleaser\/goreleaser-action|borales\/actions-yarn|bahmutov\/npm-install|ruby\/setup-ruby|super-linter\/super-linter|github\/codeql-action)$/;

/** Whether what a step runs lies where the code was put: a checkout into a folder of its own has to be named. */
export function reaches(
  { run, uses, workingDirectory, with: inputs }: Step,
  { step }: { readonly step: Step },
): boolean {
  const folder = (textOf(step.with.get("path")?.value) ?? "").replace(/^\.\/|\/+$/g, "");
  if (folder === "" || folder === ".") return true;
  const texts = [
    run,
    uses?.node,
    workingDirectory,
    ...[...inputs.values()].map(({ value }) => value),
  ];
  return texts.some((node) => textOf(node)?.includes(folder) === true);
}

/** The first thing of a step that runs code from the folder. */
export function runningPart(file: SourceFile, step: Step): Found | undefined {
  const { run, uses } = step;
  if (uses?.target.kind === "local" && !uses.target.isSelf) {
    return { span: uses.node.span, what: uses.node.text };
  }
  const what = actionOf(step);
  if (uses !== undefined && RUNNING_ACTION.test(what)) return { span: uses.node.span, what };
  for (const match of run?.text.matchAll(/[^\n]+/g) ?? []) {
    const command = RUNS.exec(match[0].slice(0, 1000).trim())?.[1];
    if (command !== undefined && run !== undefined && !/^\s*(?:#|echo\b)/.test(match[0])) {
      return { span: lineSpan(file, run, match.index), what: command.trim() };
    }
  }
  return undefined;
}
