import { UsageError } from "@assay/core";
import { type Origin, type RepositoryFacts, readRepositoryUrl } from "@assay/inventory";

/** What the inputs say of where the files come from. */
export interface NamedOrigin {
  readonly repository: string | undefined;
  readonly ref: string | undefined;
}

const OWN_NAME = /^[^\s/:?#@]+(?:\/[^\s/:?#@]+)+$/;
const GITHUB = "https://github.com";

/**
 * The repository as the inputs name it, what they leave open from the checkout. A name without a server is one of the server that
 * the run or the checkout knows.
 *
 * @returns The facts, and whether they differ from the given ones.
 * @throws UsageError when the repository is neither `owner/name` nor a URL of one, or the ref can't be one of git's.
 */
export function namedOrigin(
  facts: RepositoryFacts,
  { repository, ref }: NamedOrigin,
): { readonly facts: RepositoryFacts; readonly isNamed: boolean } {
  const known = facts.origin;
  const place = repository === undefined ? known : placeOf(repository, known);
  if (ref !== undefined && !isRef(ref)) {
    throw new UsageError(
      `\`ref\` is ${JSON.stringify(ref.slice(0, 100))}; it must be a commit or tag`,
      {
        hint: "Give a commit's full hex or a tag's name, such as `v1.2.3`.",
      },
    );
  }
  if (place === undefined || (repository === undefined && ref === undefined))
    return { facts, isNamed: false };
  const revision = ref ?? facts.head?.sha;
  const origin: Origin = {
    serverUrl: place.serverUrl,
    repository: place.repository,
    ...(revision === undefined ? {} : { revision }),
    folder: facts.folder,
  };
  return { facts: { ...facts, origin }, isNamed: true };
}

function placeOf(
  text: string,
  known: Origin | undefined,
): Pick<Origin, "serverUrl" | "repository"> {
  if (OWN_NAME.test(text)) return { serverUrl: known?.serverUrl ?? GITHUB, repository: text };
  const place = readRepositoryUrl(text);
  if (place !== undefined) return place;
  // A URL may hold a password.
  const shown = text.replace(/\/\/[^/]*@/, "//").slice(0, 200);
  throw new UsageError(
    `\`repository\` is ${JSON.stringify(shown)}; it must be \`owner/name\` or the URL of a repository`,
    { hint: "Such as `acme/app` or `https://git.example/acme/app`." },
  );
}

/** https://git-scm.com/docs/git-check-ref-format, as far as it keeps text from being anything else. */
function isRef(text: string): boolean {
  return /^(?!-)[^\s~^:?*[\\\p{Cc}]{1,250}$/u.test(text) && !text.includes("..");
}
