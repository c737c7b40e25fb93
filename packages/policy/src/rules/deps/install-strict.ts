import { defineRule, type Violation } from "../../rule.ts";
import { scriptLines } from "../../workflow/script-lines.ts";
import { type StepAt, stepKey, stepsOf } from "../../workflow/steps.ts";
import { placeIn, workflowsOf } from "../../workflow/workflows.ts";

interface Loose {
  readonly command: RegExp;
  /** What the repository must have for the command to be one of these. */
  readonly when?: (files: readonly string[]) => boolean;
  readonly instead: string;
}

const has = (name: RegExp) => (files: readonly string[]) => files.some((path) => name.test(path));
/** Options only, no package: the project itself is installed. */
const ALONE = String.raw`(?:\s+-(?!g\b|-global\b)\S+)*\s*(?:$|&&|;|\|\|)`;

const LOOSE: readonly Loose[] = [
  {
    command: new RegExp(
      String.raw`(?:^|[\s;&|(])npm\s+(?:i|install)(?!.*--package-lock-only)${ALONE}`,
    ),
    when: has(/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/),
    instead: "npm ci",
  },
  {
    // Yarn 2 and later refuse a lockfile that would change where CI is set.
    command: new RegExp(
      String.raw`(?:^|[\s;&|(])yarn(?:\s+install)?(?!.*--(?:frozen-lockfile|immutable))${ALONE}`,
    ),
    when: (files) => has(/(?:^|\/)yarn\.lock$/)(files) && !has(/(?:^|\/)\.yarnrc\.yml$/)(files),
    instead: "yarn install --frozen-lockfile",
  },
  {
    command: /(?:^|[\s;&|(])pnpm\s+(?:i|install)\b.*--no-frozen-lockfile/,
    instead: "pnpm install --frozen-lockfile",
  },
  {
    command: /(?:^|[\s;&|(])yarn\s+install\b.*--(?:no-immutable|mode=update-lockfile)/,
    instead: "yarn install --immutable",
  },
  {
    command: new RegExp(
      String.raw`(?:^|[\s;&|(])bun\s+(?:i|install)(?!.*--frozen-lockfile)${ALONE}`,
    ),
    when: has(/(?:^|\/)bun\.lockb?$/),
    instead: "bun install --frozen-lockfile",
  },
  {
    command: /(?:^|[\s;&|(])uv\s+sync\b(?!.*--(?:locked|frozen))/,
    when: has(/(?:^|\/)uv\.lock$/),
    instead: "uv sync --locked",
  },
  {
    command:
      /(?:^|[\s;&|(])pipenv\s+install\b(?!.*--(?:deploy|ignore-pipfile))(?=(?:\s+-\S+)*\s*(?:$|&&|;))/,
    when: has(/(?:^|\/)Pipfile\.lock$/),
    instead: "pipenv install --deploy",
  },
];

/** Rule 26. */
export const installStrict = defineRule({
  id: "deps.install-strict",
  title: "An install that may leave the lockfile",
  description: "The command may take newer packages than the reviewed lockfile names.",
  help: "Use the strict form: `npm ci`, `--frozen-lockfile`, `--immutable`, `uv sync --locked`, `pipenv install --deploy`.",
  severity: "medium",
  sources: { ssdf: ["PW.4"], scorecard: ["Pinned-Dependencies"] },
  decidedBy: "files",
  confidence: "medium",
  async judge({ files, ...repository }) {
    const loose = LOOSE.filter(({ when }) => when?.(files) ?? true);
    const steps = stepsOf(await workflowsOf({ files, ...repository })).filter(
      ({ step }) => step.run,
    );
    return {
      looked: steps.length,
      violations: steps.flatMap((at) => violationsOf(at, loose)),
    };
  },
});

function violationsOf(at: StepAt, loose: readonly Loose[]): readonly Violation[] {
  const { file, step } = at;
  const { run } = step;
  if (run === undefined) return [];
  const place = placeIn(file, run);
  const isBlock = run.style === "literal" || run.style === "folded";
  return scriptLines(run.text).flatMap(({ text, line }) => {
    const found = loose.find(({ command }) => command.test(text));
    if (found === undefined) return [];
    return [
      {
        path: file.path,
        place: isBlock ? { startLine: place.startLine + line + 1 } : place,
        key: `${stepKey(at)} ${text.slice(0, 1000)}`,
        message: `\`${text.slice(0, 80)}\` may leave the lockfile; \`${found.instead}\` does not.`,
      },
    ];
  });
}
