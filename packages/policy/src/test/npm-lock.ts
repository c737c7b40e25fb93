/** An entry of a `package-lock.json`; what is not given is what the public registry has. */
export type LockEntry = Readonly<Record<string, unknown>>;

/** A `package.json` that asks for these packages, and its lockfile. */
export function npmProject(
  entries: Readonly<Record<string, LockEntry>>,
  asked: readonly string[] = Object.keys(entries),
): Record<string, string> {
  const dependencies = Object.fromEntries(asked.map((name) => [name, "*"]));
  const packages = Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      `node_modules/${name}`,
      {
        version: "1.0.0",
        resolved: `https://registry.npmjs.org/${name}/-/${name.split("/").at(-1)}-1.0.0.tgz`,
        integrity: `sha512-${"A".repeat(86)}==`,
        license: "MIT",
        ...entry,
      },
    ]),
  );
  const root = { name: "app", version: "1.0.0", dependencies };
  return {
    "package.json": `${JSON.stringify(root)}\n`,
    "package-lock.json": `${JSON.stringify({ ...root, lockfileVersion: 3, packages: { "": root, ...packages } }, null, 2)}\n`,
  };
}
