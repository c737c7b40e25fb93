import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../lockfiles/run.ts";
import { peer } from "../peers.ts";

/**
 * Each program reads pairs from the file `pairs` of its folder, one a line with a tab between, and writes a line for each: -1, 0, 1, or ?
 * where the tool takes one of them for no version.
 */
export type Comparer = (folder: string) => string;

const SEMVER = `
const semver = require(process.argv[1]);
for (const line of require("fs").readFileSync("pairs", "utf8").trimEnd().split("\\n")) {
  const [a, b] = line.split("\\t");
  console.log(semver.valid(a) && semver.valid(b) ? semver.compare(a, b) : "?");
}`;

export function npm(folder: string): string {
  const module = join(dirname(dirname(peer("semver"))), "semver");
  return run([process.execPath], ["-e", SEMVER, module], folder);
}

const PYTHON = `
from packaging.version import parse, InvalidVersion
for line in open("pairs", encoding="utf8"):
    a, b = line.rstrip("\\n").split("\\t")
    try:
        a, b = parse(a), parse(b)
        print((a > b) - (a < b))
    except InvalidVersion:
        print("?")
`;

export function python(folder: string): string {
  return run([peer("python-with-packaging")], ["-c", PYTHON], folder);
}

/** The last major version that took texts of no scheme for versions. */
export function oldPython(folder: string): string {
  return run([peer("python-with-packaging-21")], ["-W", "ignore", "-c", PYTHON], folder);
}

const JAVA = `
import java.nio.file.*;
import org.apache.maven.artifact.versioning.ComparableVersion;
public class Compare {
  public static void main(String[] args) throws Exception {
    for (String line : Files.readAllLines(Path.of("pairs"))) {
      String[] pair = line.split("\\t", -1);
      System.out.println(Integer.signum(new ComparableVersion(pair[0]).compareTo(new ComparableVersion(pair[1]))));
    }
  }
}`;

export function maven(folder: string): string {
  const artifact = "org.apache.maven:maven-artifact:3.9.9";
  run(
    ["mvn"],
    ["-q", "dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`],
    folder,
  );
  writeFileSync(join(folder, "Compare.java"), JAVA);
  return run(["java"], ["-cp", "maven-artifact-3.9.9.jar", "Compare.java"], folder);
}

const DPKG = `
while IFS='	' read -r a b; do
  if dpkg --validate-version "$a" && dpkg --validate-version "$b"; then
    if dpkg --compare-versions "$a" lt "$b"; then echo -1
    elif dpkg --compare-versions "$a" eq "$b"; then echo 0
    else echo 1; fi
  else echo '?'; fi
done < pairs 2> /dev/null
`;

export function dpkg(folder: string): string {
  return run(["sh"], ["-c", DPKG], folder);
}

const RPM = `%{lua:
for line in io.lines("pairs") do
  local a, b = line:match("^(.-)\\t(.*)$")
  local ok, order = pcall(rpm.vercmp, a, b)
  print((ok and order or "?") .. "\\n")
end}`;

export function rpm(folder: string): string {
  return run(["rpm"], ["--eval", RPM], folder).replaceAll(/\n+/g, "\n");
}

const RUBY = `
File.foreach("pairs", chomp: true) do |line|
  a, b = line.split("\\t")
  valid = Gem::Version.correct?(a) && Gem::Version.correct?(b)
  puts valid ? Gem::Version.new(a) <=> Gem::Version.new(b) : "?"
end`;

export function ruby(folder: string): string {
  return run(["ruby"], ["-e", RUBY], folder);
}

const GO = `package main
import ("bufio"; "fmt"; "os"; "strings"; "golang.org/x/mod/semver")
func main() {
	file, _ := os.Open("pairs")
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		a, b, _ := strings.Cut(lines.Text(), "\\t")
		if semver.IsValid(a) && semver.IsValid(b) { fmt.Println(semver.Compare(a, b)) } else { fmt.Println("?") }
	}
}`;

export function go(folder: string): string {
  mkdirSync(join(folder, "compare"));
  writeFileSync(join(folder, "compare", "main.go"), GO);
  writeFileSync(
    join(folder, "go.mod"),
    "module compare\ngo 1.24\nrequire golang.org/x/mod v0.30.0\n",
  );
  return run(["env", "GOFLAGS=-mod=mod", "go"], ["run", "./compare"], folder);
}

const PHP = `
require "Composer/Semver/autoload.php";
$parser = new Composer\\Semver\\VersionParser();
foreach (file("pairs", FILE_IGNORE_NEW_LINES) as $line) {
  [$a, $b] = explode("\\t", $line);
  try {
    $a = $parser->normalize($a); $b = $parser->normalize($b);
    echo (str_starts_with($a, "dev-") || str_starts_with($b, "dev-") ? "?" : version_compare($a, $b)) . "\\n";
  } catch (UnexpectedValueException $e) { echo "?\\n"; }
}`;

/** Composer's own library, as the distribution of Composer has it. */
export function composer(folder: string): string {
  return run(["php"], ["-d", "error_reporting=0", "-r", PHP], folder);
}

const ELIXIR = `
for line <- File.stream!("pairs") do
  [a, b] = line |> String.trim_trailing("\\n") |> String.split("\\t")
  case {Version.parse(a), Version.parse(b)} do
    {{:ok, a}, {:ok, b}} -> IO.puts(case Version.compare(a, b) do :lt -> -1; :eq -> 0; :gt -> 1 end)
    _ -> IO.puts("?")
  end
end`;

export function elixir(folder: string): string {
  return run(["elixir"], ["-e", ELIXIR], folder);
}
