interface Manager {
  readonly verbs: readonly string[];
  /** What a name with an exact version looks like; `$` is a version that something else chose. */
  readonly exact: RegExp;
  /** Options after which the versions are given elsewhere. */
  readonly given?: RegExp;
}

const NPM_EXACT = /.@(?:v?\d+\.\d+\.\d|\$)/;
const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: { verbs: ["i", "install", "add"], exact: NPM_EXACT },
  pnpm: { verbs: ["add"], exact: NPM_EXACT },
  yarn: { verbs: ["add"], exact: NPM_EXACT },
  pip: {
    verbs: ["install"],
    exact: /==/,
    given:
      /\s(?:-r|-c|-e|--(?:requirement|require-hashes|hash|constraint|editable|find-links|no-index))\b/,
  },
  gem: { verbs: ["install"], exact: /:[\d$]/, given: /\s(?:-v|--version)\b/ },
  bundle: { verbs: ["add"], exact: /:[\d$]/, given: /\s(?:-v|--version)\b/ },
  go: { verbs: ["install"], exact: /@(?!(?:latest|main|master)$)|^[^@]*$/ },
  cargo: { verbs: ["install"], exact: /@[\d$]/, given: /\s--(?:locked|path|git|version|vers)\b/ },
};
/** Options whose value is the next word. */
const WITH_VALUE =
  /^(?:-[ivtnpCFj]|--(?:registry|index-url|extra-index-url|prefix|target|bindir|root|features|(?:only|no)-binary|platform|python-version|python|tag|cache|loglevel|source|filter))$/;

/** Longer lines are read so far: nobody writes such an install. */
const MAX_LINE = 4000;

/** What may stand before the command. */
const BEFORE =
  /^(?:.*[/\\])?(?:sudo|env|exec|time|command|uv|python[\d.]*|py|if|then|else|do|run|[dk]?a?sh|bash|pwsh|cmd|!|&)(?:\.exe)?$|^[-/]|=|^[({]+$/;

/** Whether a line of a script installs a package by name whose version nobody fixed. */
export function installsUnpinned(line: string): boolean {
  return line
    .slice(0, MAX_LINE)
    .replaceAll(/\$\{\{[^}]{0,300}\}\}/g, "$X")
    .replace(/\s#.*$/, "")
    .split(/&&|\|\||[;|<>]/)
    .some(isUnpinned);
}

function isUnpinned(command: string): boolean {
  const words = command
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/["'`]/g, ""));
  const names = words.map((word) => /([a-z]+)\d*(?:\.exe)?$/.exec(word.slice(-20))?.[1] ?? "");
  const at = names.findIndex((name) => Object.hasOwn(MANAGERS, name));
  const manager = MANAGERS[names[at] ?? ""];
  if (manager === undefined || !words.slice(0, at).every((word) => BEFORE.test(word))) return false;
  const rest = words.slice(at + 1);
  // `npm run install` installs nothing; `yarn global add` does.
  const verb = rest.findIndex((word) => !word.startsWith("-") && word !== "global");
  if (!manager.verbs.includes(rest[verb] ?? "") || manager.given?.test(` ${rest.join(" ")}`))
    return false;
  const packages = rest
    .slice(verb + 1)
    .filter((word, index, all) => isName(word) && !WITH_VALUE.test(all[index - 1] ?? ""));
  return packages.some((word) => !manager.exact.test(word));
}

/** No option, file, folder or link, nor the value of a variable. */
function isName(word: string): boolean {
  return (
    /^@?[A-Za-z]/.test(word) &&
    !/\*|:\/\/|\.(?:whl|gem|tgz|tar\.gz|zip)$/.test(word) &&
    (!/[/\\]/.test(word) || /^@[\w.-]+\/[\w.-]+(?:@|$)|^[\w-]+(?:\.[\w-]+)+\//.test(word))
  );
}
