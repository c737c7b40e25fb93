import type { YamlScalar } from "@assay/core/yaml";
import { textOf } from "@assay/core/yaml";
import type { Step, Uses } from "./model.ts";
import { type ShellCommand, shellCommands } from "./shell.ts";

/** What a step is there for. */
export type Purpose =
  | "audit"
  | "secrets"
  | "licenses"
  | "sign"
  | "sbom"
  | "provenance"
  | "bandit"
  | "mypy";

interface Recognised {
  /** `owner/repo[/path]` of actions and reusable workflows, in lower case. */
  readonly uses: RegExp;
  /** A command of a script. */
  readonly command: RegExp;
  /** What the name of a trusted owner's reusable workflow says. */
  readonly named: RegExp;
}

const ASSAY = String.raw`assay-ci\/assay`;
/** A word at the begin of a command, behind `npx`, `uvx`, `python -m` and the like. */
const command = (names: string) =>
  new RegExp(String.raw`(?:^|[\s;&|(/])(?:${names})(?=\s|$|[;&|)])`);

const PURPOSES: Readonly<Record<Purpose, Recognised>> = {
  audit: {
    uses: new RegExp(
      `^(?:${ASSAY}(?:/actions/(?:check|dependencies)|/\\.github/workflows/org-check\\.yml)?$|actions/dependency-review-action|google/osv-scanner|pypa/gh-action-pip-audit|rustsec/audit-check|actions-rust-lang/audit|embarkstudios/cargo-deny-action|golang/govulncheck-action|aquasecurity/trivy-action|anchore/scan-action|snyk/actions)`,
    ),
    command: command(
      String.raw`(?:npm|pnpm|composer|cargo)\s+audit|yarn\s+(?:npm\s+)?audit|pip-audit|osv-scanner|cargo\s+deny|govulncheck|bundle(?:r-audit|\s+audit)|trivy|grype|safety\s+(?:check|scan)|snyk\s+test|assay\s+(?:check|dependencies)|dist/cli\.js\s+(?:check|dependencies)`,
    ),
    named: /audit|vuln|osv|dependenc|security|check/,
  },
  secrets: {
    uses: new RegExp(
      `^(?:${ASSAY}(?:/actions/(?:check|secrets)|/\\.github/workflows/org-check\\.yml)?$|(?:gitleaks|zricethezav)/gitleaks-action|trufflesecurity/trufflehog|gitguardian/ggshield)`,
    ),
    command: command(
      String.raw`gitleaks|betterleaks|trufflehog|detect-secrets|ggshield|assay\s+(?:check|secrets)|dist/cli\.js\s+(?:check|secrets)`,
    ),
    named: /secret|leak|security|check/,
  },
  licenses: {
    uses: new RegExp(
      `^(?:${ASSAY}(?:/actions/(?:check|licenses)|/\\.github/workflows/org-check\\.yml)?$|fossas/fossa-action|apache/skywalking-eyes/dependency|embarkstudios/cargo-deny-action)`,
    ),
    command: command(
      String.raw`license-checker\S*|licensee|cargo\s+deny|pip-licenses|go-licenses|license_finder|licensed\s+status|fossa\s+test|scancode|assay\s+(?:check|licenses)|dist/cli\.js\s+(?:check|licenses)`,
    ),
    named: /licen[sc]e|legal|compliance|check/,
  },
  sign: {
    uses: new RegExp(
      `^(?:${ASSAY}(?:/actions/(?:sign|attest|release)|/\\.github/workflows/org-release\\.yml)$|actions/attest|sigstore/gh-action-sigstore-python|slsa-framework/slsa-github-generator)`,
    ),
    command: command(
      String.raw`cosign\s+(?:sign|sign-blob|attest|attest-blob)|(?:sigstore|python3?\s+-m\s+sigstore)\s+(?:sign|attest)|gpg2?\b.*(?:--detach-sign|--sign|-\w*[bs]\w*\s).*|minisign\s+-S\w*|rpmsign|assay\s+(?:sign|attest|release)|npm\s+publish\b.*--provenance.*|notation\s+sign|gh\s+attestation\s+sign`,
    ),
    named: /sign|release|publish/,
  },
  sbom: {
    uses: new RegExp(
      `^(?:${ASSAY}(?:/actions/(?:sbom|check|release)|/\\.github/workflows/org-release\\.yml)?$|anchore/sbom-action|cyclonedx/gh-|actions/attest-sbom|microsoft/sbom-action|advanced-security/sbom-generator-action)`,
    ),
    command: command(
      String.raw`syft|cdxgen|cyclonedx(?:-\w+)*|npm\s+sbom|cargo\s+(?:cyclonedx|sbom)|trivy\b.*(?:cyclonedx|spdx).*|sbom-tool|bom\s+generate|assay\s+(?:sbom|check)|dist/cli\.js\s+(?:sbom|check)`,
    ),
    named: /sbom|release|publish/,
  },
  provenance: {
    uses: new RegExp(
      `^(?:${ASSAY}(?:/actions/(?:attest|release)|/\\.github/workflows/org-release\\.yml)$|actions/attest(?:-build-provenance)?$|slsa-framework/slsa-github-generator)`,
    ),
    command: command(
      String.raw`npm\s+publish\b.*--provenance.*|cosign\s+attest\b.*slsaprovenance.*|assay\s+(?:attest|release)`,
    ),
    named: /provenance|release|slsa/,
  },
  bandit: {
    uses: new RegExp(
      `^(?:${ASSAY}/actions/python$|pycqa/bandit-action|mdegis/bandit-action|jpetrucciani/bandit-check)`,
    ),
    command: command(String.raw`bandit|assay\s+python`),
    named: /python|bandit|check/,
  },
  mypy: {
    uses: new RegExp(
      `^(?:${ASSAY}/actions/python$|jpetrucciani/mypy-check|tsuyoshicho/action-mypy)`,
    ),
    command: command(String.raw`d?mypy|assay\s+python`),
    named: /python|mypy|typ(?:es|ing)|check/,
  },
};

/** Whether an action or reusable workflow serves a purpose. @param trusted Its owner is trusted to name it by what it does. */
export function usesFor({ target }: Uses, purpose: Purpose, trusted = false): boolean {
  if (!("repository" in target)) return false;
  const name = [target.repository, target.path].filter(Boolean).join("/");
  const { uses, named } = PURPOSES[purpose];
  return uses.test(name) || (trusted && target.kind === "workflow" && named.test(target.path));
}

/** Each script is asked for every purpose. */
const READ = new WeakMap<YamlScalar, readonly ShellCommand[]>();

/**
 * The command by which a script serves a purpose, one with full effect before others, and why it has none.
 *
 * @param weaknessOf Why a command can't fail, as a clause.
 */
export function commandFor(
  { run, shell }: Pick<Step, "run" | "shell">,
  purpose: Purpose,
  weaknessOf: (command: string) => string | undefined = () => undefined,
): { readonly text: string; readonly weakness: string | undefined } | undefined {
  const { command } = PURPOSES[purpose];
  if (run === undefined) return undefined;
  const commands = READ.get(run) ?? shellCommands(run.text, textOf(shell));
  READ.set(run, commands);
  const found = commands
    .filter(({ text }) => command.test(text) && !isNoRun(text))
    .map(({ text, whole, swallowed }) => ({
      text: whole,
      weakness: swallowed ? `its failure is swallowed by \`${swallowed}\`` : weaknessOf(text),
    }));
  return found.find(({ weakness }) => weakness === undefined) ?? found[0];
}

/** Installs a tool or asks for its version: it does nothing yet. */
function isNoRun(text: string): boolean {
  return (
    /(?:\b(?:pip[x23]?|uv|npm|pnpm|yarn|brew|apt(?:-get)?|go|cargo|gem|apk|choco|dnf)\s+(?:tool\s+)?(?:-\S+\s+)*(?:install|add|i)\b|\becho\b)/.test(
      text,
    ) || /\s--?(?:version|help)\b/.test(text)
  );
}

/** The text of an input, for what a step does beside its main purpose. */
export function inputText({ with: inputs }: Step, name: string): string {
  return textOf(inputs.get(name)?.value)?.trim() ?? "";
}
