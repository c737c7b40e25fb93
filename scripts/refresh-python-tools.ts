/**
 * Writes the requirements that `assay python` installs on request: the newest bandit and mypy with the hashes of their wheels.
 * `uv` (on PATH) asks the index for versions and hashes; nothing is downloaded but metadata.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseToml } from "../packages/inventory/src/toml.ts";

const TARGET = "packages/python/src/provision/requirements.ts";
/** What runners have. Every wheel more makes the archive larger. */
const PYTHONS = ["cp311", "cp312", "cp313", "cp314"];
const PLATFORM =
  /^(?:any|(?:.*\.)?manylinux\w*_(?:x86_64|aarch64)(?:\..*)?|macosx_\d+_\d+_arm64|win_amd64)$/;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly wheels?: readonly { readonly url: string; readonly hash: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "assay-lock-"));
try {
  writeFileSync(
    join(folder, "pyproject.toml"),
    '[project]\nname = "tools"\nversion = "0"\nrequires-python = ">=3.11,<3.15"\ndependencies = ["bandit", "mypy"]\n',
  );
  execFileSync("uv", ["lock", "--quiet"], { cwd: folder, stdio: "inherit" });
  const lock = parseToml("uv.lock", readFileSync(join(folder, "uv.lock"), "utf8"));
  const packages = lock["package"] as readonly Package[];
  const lines = packages.flatMap(({ name, version, wheels = [] }) => {
    if (name === "tools") return [];
    const hashes = wheels.filter(({ url }) => isWanted(url, name)).map(({ hash }) => hash);
    if (hashes.length === 0) throw new Error(`${name} ${version} has no wheel for any platform`);
    const marker = name === "colorama" ? ' ; sys_platform == "win32"' : "";
    return `${name}==${version}${marker} ${hashes.map((hash) => `--hash=${hash}`).join(" ")}`;
  });
  const text = lines.join("\n");
  writeFileSync(
    TARGET,
    `/** Written by scripts/refresh-python-tools.ts. */\nexport const REQUIREMENTS = \`${text}\n\`;\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** https://packaging.python.org/en/latest/specifications/binary-distribution-format/: name-version-python-abi-platform */
function isWanted(url: string, name: string): boolean {
  const [python = "", abi = "", platform = ""] = (url.split("/").at(-1) ?? "")
    .replace(/\.whl$/, "")
    .split("-")
    .slice(-3);
  if (!PLATFORM.test(platform)) return false;
  // Elsewhere its slower wheel without compiled code.
  if (name === "mypy" && !/linux|any/.test(platform)) return false;
  return (
    python === "py3" ||
    python === "py2.py3" ||
    (abi === "abi3"
      ? python <= "cp39" || PYTHONS.includes(python)
      : abi === python && PYTHONS.includes(python))
  );
}
