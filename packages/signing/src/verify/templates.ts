import { type CheckContext, UsageError } from "@assay/core";

/** What the placeholders stand for: known to whoever verifies, never read from a bundle. */
export interface TemplateValues {
  readonly tag?: string | undefined;
  /** `owner/name` */
  readonly repository?: string | undefined;
  /** Its path in the repository. */
  readonly workflow?: string | undefined;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Nothing that would mean something in a pattern, or lead out of a segment's place. */
const PLAIN = /^(?!.*\.\.)[^\s*{}?[\]\\\p{Cc}]+$/u;

/** From the inputs, and where they say nothing from the CI that the run is part of. */
export function templateValues(
  { environment, event, remote }: Pick<CheckContext, "environment" | "event" | "remote">,
  { tag, source }: { readonly tag: string | undefined; readonly source: string | undefined },
): TemplateValues {
  const repository = environment["GITHUB_REPOSITORY"] ?? remote?.repository;
  const run = environment["GITHUB_WORKFLOW_REF"] ?? "";
  const workflow = run.startsWith(`${repository}/`)
    ? run.slice(`${repository}/`.length).replace(/@refs\/.*$/s, "")
    : undefined;
  return {
    tag: tag ?? /^refs\/tags\/(.+)$/s.exec(event?.ref ?? environment["GITHUB_REF"] ?? "")?.[1],
    repository:
      source === undefined ? repository : source.replace(/^(?:https:\/\/)?github\.com\//, ""),
    workflow,
  };
}

export function isTemplate(text: string | undefined): boolean {
  return text !== undefined && text.search(PLACEHOLDER) >= 0;
}

/**
 * A text with its placeholders filled.
 *
 * @param input The name of the input or place, for messages.
 * @throws UsageError for one that is not known, or whose value is not.
 */
export function filled(text: string, values: TemplateValues, input: string): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string) => {
    if (name !== "tag" && name !== "repository" && name !== "workflow") {
      throw new UsageError(
        `\`${input}\` holds ${placeholder.slice(0, 60)}, which stands for nothing`,
        {
          hint: "There are {tag}, {repository} and {workflow}.",
        },
      );
    }
    const value = values[name];
    if (value === undefined || value === "") {
      throw new UsageError(
        `\`${input}\` holds ${placeholder}, and this run does not know its value`,
        {
          hint:
            name === "tag"
              ? "Give `tag`, or run on a tag."
              : "It is known where the run is one of GitHub Actions; `source` gives the repository elsewhere.",
        },
      );
    }
    if (!PLAIN.test(value)) {
      throw new UsageError(
        `${placeholder} would be ${JSON.stringify(value.slice(0, 100))}, which is no plain name`,
      );
    }
    return value;
  });
}
