import { isRecord } from "@assay/core";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { inputText } from "../../workflow/purposes.ts";
import { stepKey, stepsOf } from "../../workflow/steps.ts";
import { actionOf } from "../../workflow/uses.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";
import { lockedIn, nameOf, packageKey, placeOf } from "../deps/packages.ts";

/** Packages that report what users do to somebody, by name. Those that report errors only are not among them. */
const ANALYTICS =
  /^(?:@?posthog(?:[-/].*)?|.*\/posthog(?:-go)?|com\.posthog[:/].*|mixpanel(?:-.*)?|com\.mixpanel[:/].*|@?amplitude(?:[-/].*)?|@segment\/(?:analytics|snippet).*|.*segmentio\/analytics-go(?:\.v\d|\/v\d)?|com\.segment\.analytics.*|segment-analytics-python|analytics-(?:node|python|ruby)|@scarf\/.*|scarf-.*|universal-analytics|react-ga4?|applicationinsights(?:-.*)?|@microsoft\/applicationinsights-.*|@fullstory\/.*|@hotjar\/.*|rudder-sdk-.*|@rudderstack\/.*|countly-sdk-.*|heap-api|matomo-tracker|@vercel\/analytics|@datadog\/browser-rum)$/i;
const INSTALL = ["preinstall", "install", "postinstall", "prepare"];
const NETWORK_COMMAND = /\b(?:curl|wget|nc|Invoke-WebRequest|iwr)\b|https?:\/\//;
const NETWORK_CODE =
  /\bfetch\(|https?:\/\/|(?:require\(|from\s*)["'](?:node:)?(?:https?|net|dgram|axios|undici|got|node-fetch)["']/;

/** Rule 45. */
export const noTelemetry = defineRule({
  id: "no-telemetry",
  title: "Something reports to others what the project or its users do",
  description: "What sends data tells others who uses the project, and from where.",
  help: "Remove it, switch it off, or accept it with a reason.",
  severity: "high",
  sources: { cra: ["I(2)(g)"], ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const { editor } = repository;
    const steps = stepsOf(await workflowsOf(repository));
    const locked = lockedIn(await repository.inventory());
    const manifests = repository.files.filter((path) => MANIFEST.test(path) && !NOT_OWN.test(path));
    const scripts: Violation[] = [];
    for (const path of manifests) scripts.push(...(await installScripts(repository, path)));
    return {
      looked: steps.length + locked.length + manifests.length,
      violations: [
        ...steps.flatMap((at): readonly Violation[] => {
          const { file, step } = at;
          const isRunner = actionOf(step) === "step-security/harden-runner";
          if (!isRunner || inputText(step, "disable-telemetry") === "true") return [];
          return [
            {
              ...{ path: file.path, place: placeIn(file, step.uses?.node ?? step.node) },
              key: stepKey(at),
              message:
                "`harden-runner` reports each run to its maker: `disable-telemetry` is not `true`.",
              remediation:
                "Set `disable-telemetry: true` in its `with`; `assay policy fix --write` does it.",
              edits: editor?.setValue(file.text, step.node, ["with", "disable-telemetry"], "true", {
                after: "uses",
              }),
            },
          ];
        }),
        ...locked
          .filter(({ component }) => ANALYTICS.test(component.name))
          .map(
            ({ graph, component }): Violation => ({
              ...{ path: graph.path, ...placeOf(component), key: packageKey(component) },
              message: `${nameOf(component)} is a package that reports what users do.`,
              confidence: "medium",
              ...(component.scope === "development" && { severity: "low" }),
            }),
          ),
        ...scripts,
      ],
    };
  },
});

const MANIFEST = /(?:^|\/)package\.json$/;
const NOT_OWN = /(?:^|\/)(?:node_modules|vendor|third_party|fixtures?|__fixtures__|testdata)\//;

/** The scripts that whoever installs the repository's own package runs without asking for it. */
async function installScripts(
  repository: PolicyRepository,
  path: string,
): Promise<readonly Violation[]> {
  const text = (await repository.read(path)) ?? "";
  const scripts = scriptsIn(text);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const found: Violation[] = [];
  for (const name of INSTALL) {
    const command = scripts[name];
    if (typeof command !== "string") continue;
    const file = /\bnode\s+(?:\.\/)?([\w./-]+\.[cm]?js)\b/.exec(command)?.[1];
    const code = file === undefined ? undefined : await repository.read(folder + file);
    const isCommand = NETWORK_COMMAND.test(command);
    if (!isCommand && (code === undefined || !NETWORK_CODE.test(code))) continue;
    // What `prepare` does happens to whoever installs from git only.
    const line = text.slice(0, Math.max(0, text.search(`"${name}"\\s*:`))).split("\n").length;
    found.push({
      ...{ path, place: { startLine: line }, key: `script ${name}` },
      message: `The script \`${name}\` uses the network${isCommand ? "" : ` (${folder}${file})`}, and runs when somebody installs the package.`,
      confidence: isCommand ? "high" : "medium",
      ...(name === "prepare" && { severity: "low" }),
    });
  }
  return found;
}

function scriptsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isRecord(manifest) && isRecord(manifest["scripts"]) ? manifest["scripts"] : {};
  } catch {
    return {};
  }
}
