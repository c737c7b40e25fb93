import { expect, test } from "vitest";
import { mypySections } from "./sections.ts";
import { relaxed } from "./strictness.ts";

const INI = `# a comment
[mypy]
python_version: 3.12
disallow_untyped_defs = False
exclude = ^build/
ignore_missing_imports = True
[mypy-a.*, b]
Disallow_Untyped_Defs = off
allow_untyped_calls = True
ignore_missing_imports = True
no_check_untyped_defs = yes
disable_error_code = misc,
    arg-type
[flake8]
ignore_errors = True
[mypy-c]
ignore_errors: True
follow_imports = skip
warn_return_any = True
`;

const TOML = `[tool.mypy]
strict_optional = false
files = ["src"]
[[tool.mypy.overrides]]
module = ["a.*", "b"]
implicit_reexport = true
disable_error_code = ["misc"]
warn_unused_ignores = true
`;

const texts = (path: string, text: string) =>
  relaxed(mypySections(path, text)).map(({ modules, option }) => [
    modules,
    `${option.name} = ${option.value}`,
    option.line,
  ]);

test("options of an INI file that take strictness back, with their lines", () => {
  expect(texts("setup.cfg", INI)).toEqual([
    ["", "exclude = ^build/", 5],
    ["", "ignore_missing_imports = True", 6],
    ["a.*, b", "disallow_untyped_defs = off", 8],
    ["a.*, b", "allow_untyped_calls = True", 9],
    ["a.*, b", "no_check_untyped_defs = yes", 11],
    ["a.*, b", "disable_error_code = misc, arg-type", 12],
    ["c", "ignore_errors = True", 17],
    ["c", "follow_imports = skip", 18],
  ]);
});

test("options of a pyproject.toml, and of its overrides", () => {
  expect(texts("pyproject.toml", TOML)).toEqual([
    ["", "strict_optional = false", undefined],
    ["a.*,b", "implicit_reexport = true", undefined],
    ["a.*,b", "disable_error_code = misc", undefined],
  ]);
});

test("a file without a section of mypy has none; a broken one is no TOML", () => {
  expect(mypySections("setup.cfg", "[metadata]\nname = x\n")).toEqual([]);
  expect(mypySections("pyproject.toml", "[project]\nname = 'x'\n")).toEqual([]);
  expect(() => mypySections("pyproject.toml", "[tool.mypy\n")).toThrow("pyproject.toml is no TOML");
});

test("every way to write an option that Python's parser knows is seen", () => {
  const named = (path: string, text: string) =>
    mypySections(path, text).flatMap(({ modules, options }) =>
      options.map(({ name, value }) => `${modules}:${name}=${value}`),
    );
  expect(named("mypy.ini", "[DEFAULT]\nplugins = x.py\n[mypy]\n")).toEqual([":plugins=x.py"]);
  expect(named("mypy.ini", " [mypy]\n  strict = 1\n  plugins = x.py\n   y.py\n")).toEqual([
    ":strict=1",
    ":plugins=x.py y.py",
  ]);
  expect(named("mypy.ini", "[mypy]\n\u001cplugins = x.py\n[other]\n[a]\n b = 1\n")).toEqual([
    ":plugins=x.py",
  ]);
  expect(named("A.TOML", "[tool.mypy]\nplugins = ['x.py']\n")).toEqual([":plugins=x.py"]);
});
