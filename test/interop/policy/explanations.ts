import type { Difference } from "./compare.ts";

/** Why a difference is no error of ours. */
export interface Explanation {
  readonly id: string;
  readonly side: Difference["side"];
  /** The audit or rule that it is about; any where it is not given. */
  readonly rule?: string;
  /** `theirs`: the peer is wrong or looks at less; `choice`: both can be defended, and ours is on purpose; `ours`: ours looks at less. */
  readonly verdict: "theirs" | "choice" | "ours";
  /** For `docs/accuracy.md`. */
  readonly sentence: string;
  /** Every difference of that rule where it is not given. */
  explains?(difference: Difference): boolean;
}

/** Words of steps that give something to the world. */
const PUBLISHING =
  /\b(?:(?:npm|yarn|pnpm|bun|cargo|uv|poetry|lerna)\s+(?:-\S+\s+)*publish|twine upload|gem push|docker\s+push|gh release|gh-action-pypi-publish|action-gh-release|release-action|npm-publish|goreleaser release|deploy-pages|release-please|push: *true)\b/;

interface JobLines {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** By indentation and words alone: not as the rule does it. */
function jobsOf(lines: readonly string[]): readonly JobLines[] {
  const start = lines.findIndex((line) => /^jobs:/.test(line));
  const heads = lines.flatMap((line, at) => {
    const id = at > start ? /^(?: {2}| {4})([\w-]+):\s*(?:#.*)?$/.exec(line)?.[1] : undefined;
    return id === undefined || /^(?:steps|strategy|env|needs|outputs|permissions|with)$/.test(id)
      ? []
      : [{ id, at }];
  });
  return heads.map(({ id, at }, index): JobLines => {
    const end = heads[index + 1]?.at ?? lines.length;
    return { id, from: at + 1, to: end, text: lines.slice(at, end).join("\n") };
  });
}

/** The jobs that publish and those that they need. */
function publishedJobs(lines: readonly string[]): readonly JobLines[] {
  const jobs = jobsOf(lines);
  const found = jobs.filter(
    ({ text }) => PUBLISHING.test(text) && !/\blocalhost:\d+\/|image: registry:/.test(text),
  );
  for (const { text } of found) {
    const needs = /\n\s+needs:([^\n]*(?:\n\s+-[^\n]*)*)/.exec(text)?.[1] ?? "";
    const ids = new Set(needs.match(/[\w-]+/g));
    found.push(...jobs.filter((job) => ids.has(job.id) && !found.includes(job)));
  }
  return found;
}

/** In the order in which they are tried. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    id: "unread",
    side: "ours",
    verdict: "theirs",
    sentence: "zizmor can't read a file that begins with a byte order mark.",
    explains: ({ lines }) => lines[0]?.startsWith("\uFEFF") === true,
  },
  {
    id: "switched-off",
    side: "ours",
    verdict: "choice",
    sentence:
      "zizmor leaves out a job with `if: false`. Ours judges it, for somebody will take that line out one day.",
    explains: ({ lines }) => lines.some((line) => /^\s+if: *false\b/.test(line)),
  },
  {
    id: "called-rights",
    side: "theirs",
    rule: "excessive-permissions",
    verdict: "choice",
    sentence:
      "A job that only calls a workflow of the same repository has the rights that the called one states for itself.",
    explains: ({ lines, text }) => {
      const called = /^\s+uses: *\.\/(\S+)/m.exec(lines.join("\n"))?.[1];
      return called !== undefined && /^permissions:/m.test(text(called));
    },
  },
  {
    id: "trigger-alone",
    side: "theirs",
    rule: "dangerous-triggers",
    verdict: "theirs",
    sentence:
      "A trigger is no fault by itself: no step brings in the code of a pull request, and what outsiders write becomes no code (the other rules look at that).",
    explains: ({ lines }) =>
      !lines.some((line) =>
        /^\s*(?:ref|repository):.*(?:head|pull).*[^,]$|gh pr checkout|git (?:checkout|merge)\b.*(?:FETCH_HEAD.*pull|pull\/)/.test(
          line,
        ),
      ),
  },
  {
    id: "follows-calls",
    side: "ours",
    rule: "workflow.pr-target-checkout",
    verdict: "theirs",
    sentence:
      "The trigger is in a workflow that calls this one, or the action: zizmor looks at the trigger alone.",
    explains: ({ seen, lines }) =>
      /(?:^|\/)action\.ya?ml$/.test(seen.path) ||
      lines.some((line) => /^\s+workflow_call:/.test(line)),
  },
  {
    id: "own-values",
    side: "theirs",
    rule: "github-env",
    verdict: "theirs",
    sentence:
      "What is written is a constant, a path or output of the repository's own tools: no text of outsiders, and no file that they made.",
    explains: ({ seen, lines }) =>
      seen.ranges.every(
        ([start, end]) =>
          !/github\.head_ref|github\.event\.[\w.]*(?:title|body|message|name|ref|label)\b/.test(
            lines.slice(start - 1, end).join("\n"),
          ),
      ),
  },
  {
    id: "sound-check",
    side: "theirs",
    rule: "bot-conditions",
    verdict: "theirs",
    sentence:
      "The author of the pull request is asked for as well, which nobody can pretend to be.",
    explains: ({ seen, lines }) =>
      seen.ranges.some(([start]) => /user\.login\s*==/.test(lines[start - 1] ?? "")),
  },
  {
    id: "nobody-starts-it",
    side: "theirs",
    rule: "bot-conditions",
    verdict: "theirs",
    sentence: "Only people with write access start the workflow.",
    explains: ({ lines }) => lines.some((line) => /^on: workflow_dispatch\s*$/.test(line)),
  },
  {
    id: "fixed-shape",
    side: "theirs",
    rule: "template-injection",
    verdict: "theirs",
    sentence:
      "The value's shape or its alphabet is fixed (a login, an address, a number, a commit, a time), or people with write access chose it as a branch's name.",
    explains: ({ seen }) =>
      /: (?:github\.(?:actor|base_ref|ref_type|api_url)|github\.event\.(?:[\w.]*\.)?(?:login|\w*_url|\w*_sha|\w*_at|full_name|id|number|default_branch|base\.ref|repository\.name|workflow_run\.name)|(?:job|strategy|runner)\..*)$/.test(
        seen.text,
      ),
  },
  {
    id: "followed",
    side: "theirs",
    rule: "template-injection",
    verdict: "theirs",
    sentence:
      "Ours follows outputs, `env`, inputs and matrices to their source: here constants, values of a fixed shape, choices of a list, or output of the repository's own tools. zizmor reports the name alone.",
    explains: ({ seen }) =>
      /: (?:from(?:JSON|Json)\()?(?:steps|needs|env|matrix|inputs|vars|github\.event\.inputs)\b/.test(
        seen.text,
      ),
  },
  {
    id: "carried",
    side: "ours",
    rule: "workflow.template-injection",
    verdict: "theirs",
    sentence:
      "The text comes by an output, a variable or an input, or into the input of another action that runs it; zizmor does not follow it there.",
    explains: ({ seen }) => /\) by |of nick-fields\/retry/.test(seen.text),
  },
  {
    id: "another-place",
    side: "ours",
    rule: "workflow.template-injection",
    verdict: "theirs",
    sentence:
      "An expression that stands in a script several times: zizmor names its first place each time.",
    explains: ({ seen, lines }) => {
      const context = /`([^`]+)`/.exec(seen.text)?.[1] ?? "";
      const before = lines.slice(0, (seen.ranges[0]?.[0] ?? 1) - 1).join("\n");
      return before.toLowerCase().includes(context.toLowerCase());
    },
  },
  {
    id: "needed-credential",
    side: "theirs",
    rule: "artipacked",
    verdict: "choice",
    sentence:
      "A later step pushes with the credential of the checkout: without it the job would fail.",
    explains: ({ seen, lines }) =>
      /\bgit\b.*\bpush\b|\bgh (?:pr|release)\b|create-pull-request|git-auto-commit|changesets\/action|add-and-commit|github-pages-deploy/.test(
        lines.slice(seen.ranges[0]?.[0] ?? 0).join("\n"),
      ),
  },
  {
    id: "read-all",
    side: "theirs",
    rule: "excessive-permissions",
    verdict: "choice",
    sentence: "`read-all` can change nothing.",
    explains: ({ seen }) => seen.text.includes("read-all"),
  },
  {
    id: "chosen-version",
    side: "theirs",
    rule: "adhoc-packages",
    verdict: "choice",
    sentence:
      "The version is exact, or a variable that an earlier step set: it is not whatever there is today.",
    explains: ({ seen }) =>
      /@$|@(?:\\?\$|v?\d+\\?\.\d+\\?\.\d)|--version|\\-\\-version|(?:s\+|")\\?"?\\?\$/.test(
        seen.text,
      ) || /\\\$\w/.test(seen.text),
  },
  {
    id: "no-default-cache",
    side: "theirs",
    rule: "cache-poisoning",
    verdict: "theirs",
    sentence:
      "actions/setup-node caches by itself from version 5 on, and only for the package manager that `package.json` names, from 6 on only for npm. Here it does not.",
    explains: ({ seen, lines, text }) => {
      if (!seen.text.includes("package-manager-cache")) return false;
      const used = seen.ranges.map(([start]) => lines[start - 1] ?? "").join("\n");
      const major = Number(/setup-node@\S*?(?:\s*#.*?v?|v)(\d+)/.exec(used)?.[1] ?? 0);
      const manager = /"packageManager"\s*:\s*"(\w+)/.exec(text("package.json"))?.[1];
      return major < 5 || (major === 5 ? manager === undefined : manager !== "npm");
    },
  },
  {
    id: "called-build",
    side: "theirs",
    rule: "cache-poisoning",
    verdict: "ours",
    sentence:
      "A called workflow builds with a cache what one of its callers releases. Ours does not follow artifacts over such calls.",
    explains: ({ lines }) => lines.some((line) => /^\s+workflow_call:/.test(line)),
  },
  {
    id: "off-for-releases",
    side: "theirs",
    rule: "cache-poisoning",
    verdict: "theirs",
    sentence:
      "The step has a condition that no pushed tag meets: a release never reads that cache.",
    explains: ({ seen, lines }) =>
      seen.ranges.some(([start]) =>
        /!startsWith\(github\.ref, ''?refs\/tags/.test(
          lines.slice(start - 2, start + 3).join("\n"),
        ),
      ),
  },
  {
    id: "published-by-script",
    side: "theirs",
    rule: "cache-poisoning",
    verdict: "ours",
    sentence:
      "The job is set up for a registry and publishes by a script of the repository, which ours does not read.",
    explains: ({ seen, lines }) => {
      const line = Math.max(...seen.ranges.map(([start]) => start));
      const job = jobsOf(lines).find(({ from, to }) => from <= line && line <= to);
      return /registry-url:/.test(job?.text ?? "") && /id-token: write/.test(job?.text ?? "");
    },
  },
  {
    id: "nothing-published",
    side: "theirs",
    rule: "cache-poisoning",
    verdict: "choice",
    sentence:
      "The workflow runs for tags or release branches too, but neither the job nor one that needs it publishes, or only to a registry on the same machine.",
    explains: ({ seen, lines }) => {
      const line = Math.max(...seen.ranges.map(([start]) => start));
      return !publishedJobs(lines).some(({ from, to }) => from <= line && line <= to);
    },
  },
  {
    id: "security-updates",
    side: "theirs",
    rule: "dependabot-cooldown",
    verdict: "theirs",
    sentence:
      "`open-pull-requests-limit: 0` leaves security updates alone, which no cooldown delays.",
    explains: ({ seen, lines }) =>
      seen.ranges.some(([start]) =>
        /open-pull-requests-limit: *0\b/.test(lines.slice(start - 1, start + 14).join("\n")),
      ),
  },
  {
    id: "no-registry",
    side: "theirs",
    rule: "use-trusted-publishing",
    verdict: "theirs",
    sentence: "pkg-pr-new and a server on the same machine have no trusted publishing.",
    explains: ({ seen }) => /pkg\\?-pr\\?-new|localhost/.test(seen.text),
  },
  {
    id: "published-elsewhere",
    side: "theirs",
    rule: "use-trusted-publishing",
    verdict: "choice",
    sentence:
      "zizmor points at the set-up with a token; ours looks for the command that publishes, which is in a script that no workflow shows.",
    explains: ({ seen }) => /setup-node/.test(seen.text),
  },
  {
    id: "renovate",
    side: "ours",
    rule: "dependabot.cooldown",
    verdict: "theirs",
    sentence: "zizmor does not read Renovate's configuration.",
    explains: ({ seen }) => seen.path.includes("renovate"),
  },
  {
    id: "every-entry",
    side: "ours",
    rule: "dependabot.cooldown",
    verdict: "theirs",
    sentence:
      "zizmor stops at the first entry that waits long enough; ours judges each, and each kind of version.",
  },
  {
    id: "any-publisher",
    side: "ours",
    rule: "workflow.cache-poisoning",
    verdict: "theirs",
    sentence:
      "A job that publishes reads a cache: in a called workflow, by Docker's layer cache, or in a job whose artifact another one publishes. zizmor judges by the trigger or by the steps of one job.",
  },
  {
    id: "calls-only",
    side: "ours",
    rule: "workflow.concurrency",
    verdict: "choice",
    sentence:
      "zizmor leaves out workflows whose jobs call others; several runs of them overtake each other all the same.",
    explains: ({ lines }) => !/^\s+steps:/m.test(lines.join("\n")),
  },
  {
    id: "more-downloads",
    side: "ours",
    rule: "workflow.curl-pipe-shell",
    verdict: "theirs",
    sentence:
      "zizmor knows installs by npm, gem, bundle and yarn alone: not pip, cargo and `go install`, nor what is downloaded and run.",
  },
];

export function explanationOf(difference: Difference): Explanation | undefined {
  return EXPLANATIONS.find(
    ({ side, rule = difference.seen.rule, explains = () => true }) =>
      side === difference.side && rule === difference.seen.rule && explains(difference),
  );
}
