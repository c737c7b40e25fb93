/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
const pypi = (name: string) => name.replace(/[-_.]+/g, "-").toLowerCase();
const lower = (name: string) => name.toLowerCase();

const RULES: ReadonlyMap<string, (name: string) => string> = new Map([
  ["PyPI", pypi],
  ["GitHub Actions", lower],
  ["Packagist", lower],
  ["NuGet", lower],
  ["Pub", lower],
  ["VSCode", lower],
  ["Bitnami", lower],
  ["SwiftURL", repositoryName],
  ["GIT", repositoryName],
]);

/** A package's name as its ecosystem compares it. The ecosystem may have a suffix. */
export function normalName(ecosystem: string, name: string): string {
  return RULES.get(ecosystem.split(":", 1)[0] ?? "")?.(name) ?? name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A repository without what different spellings of its URL differ in: `github.com/owner/name`. */
export function repositoryName(url: string): string {
  return decoded(url.slice(0, 2048))
    .toLowerCase()
    .replace(/^(?:git\+)?(?:https?|git|ssh):\/\/(?:[^/@]*@)?/, "")
    .replace(/^git@([^/:]+):(?!\d+\/)/, "$1/")
    .replace(/^(?:www\.|ssh\.(?=github\.com))?([^/:]+?)\.?(?::\d+)?\//, "$1/")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}
