import type { ProjectFiles } from "./projects.ts";

/** A project of Go, and the commands of `go` that lock it. */
export interface GoProject {
  readonly files: ProjectFiles;
  readonly commands: readonly (readonly string[])[];
  /** Folders in which the commands run; the project's own where none are given. */
  readonly folders?: readonly string[];
  /** In the project's own folder, once all others have run. */
  readonly last?: readonly string[];
}

const imports = (name: string, ...paths: readonly string[]) =>
  `package ${name}\n\nimport (\n${paths.map((path) => `\t_ "${path}"\n`).join("")})\n`;

const TIDY = ["mod", "tidy"];

/** Small modules, and versions that stay what they are. */
export const GO: Readonly<Record<string, GoProject>> = {
  "indirect modules, tests and tools": {
    files: {
      "go.mod":
        "module example.test/app\n\ngo 1.24\n\ntool golang.org/x/tools/cmd/stringer\n\nrequire (\n\tgithub.com/google/go-cmp v0.6.0\n\tgolang.org/x/tools v0.30.0\n\trsc.io/quote v1.5.2\n)\n",
      "a.go": imports("a", "rsc.io/quote"),
      "a_test.go": imports("a", "github.com/google/go-cmp/cmp"),
    },
    commands: [TIDY],
  },
  "replacements, exclusions and pseudo-versions": {
    files: {
      "go.mod": `module example.test/app

go 1.21

require (
	example.test/b v0.0.0
	gopkg.in/check.v1 v1.0.0-20180628173108-788fd7840127 // "quoted"
	rsc.io/quote v1.5.2
)

exclude golang.org/x/text v0.3.0

replace (
	example.test/b => ./deep/b
	example.test/unused => ../nowhere
	gopkg.in/check.v1 => github.com/go-check/check v0.0.0-20180628173108-788fd7840127
)

replace rsc.io/sampler v1.3.0 => rsc.io/sampler v1.3.1
`,
      "a.go": imports("a", "rsc.io/quote", "example.test/b", "gopkg.in/check.v1"),
      "deep/b/go.mod": "module example.test/b\n\ngo 1.21\n\nrequire github.com/pkg/errors v0.9.1\n",
      "deep/b/b.go": imports("b", "github.com/pkg/errors"),
    },
    commands: [TIDY],
  },
  "a workspace whose members name several versions": {
    files: {
      "go.work":
        "go 1.21\n\nuse (\n\t./a\n\t./b\n)\n\nreplace github.com/pkg/errors => github.com/pkg/errors v0.9.0\n",
      "a/go.mod":
        "module example.test/a\n\ngo 1.21\n\nrequire (\n\tgithub.com/pkg/errors v0.8.1\n\tgolang.org/x/text v0.3.0\n)\n",
      "a/a.go": imports("a", "golang.org/x/text/language", "github.com/pkg/errors"),
      "b/go.mod":
        "module example.test/b\n\ngo 1.21\n\nrequire (\n\tgolang.org/x/text v0.14.0\n\trsc.io/quote v1.5.2\n)\n",
      "b/b.go": imports("b", "golang.org/x/text/language", "rsc.io/quote"),
    },
    commands: [TIDY],
    folders: ["a", "b"],
  },
  "copies of all modules": {
    files: {
      "go.mod":
        "module example.test/app\n\ngo 1.21\n\nrequire (\n\tgithub.com/pkg/errors v0.8.1\n\trsc.io/quote v1.5.2\n)\n\nreplace github.com/pkg/errors v0.8.1 => github.com/pkg/errors v0.9.1\n",
      "a.go": imports("a", "rsc.io/quote", "github.com/pkg/errors"),
    },
    commands: [TIDY, ["mod", "vendor"]],
  },
  "a workspace with copies of all modules": {
    files: {
      "go.work": "go 1.21\n\nuse ./a\n",
      "a/go.mod":
        "module example.test/a\n\ngo 1.21\n\nrequire (\n\texample.test/b v0.0.0\n\trsc.io/quote v1.5.2\n)\n\nreplace example.test/b => ../b\n",
      "a/a.go": imports("a", "rsc.io/quote", "example.test/b"),
      "b/go.mod": "module example.test/b\n\ngo 1.21\n",
      "b/b.go": "package b\n",
    },
    commands: [TIDY],
    folders: ["a"],
    last: ["work", "vendor"],
  },
  "before 1.17, with copies of all modules": {
    files: {
      "go.mod": "module example.test/app\n\ngo 1.16\n\nrequire rsc.io/quote v1.5.2\n",
      "a.go": imports("a", "rsc.io/quote"),
    },
    commands: [TIDY, ["mod", "vendor"]],
  },
  "dependencies from before go.mod": {
    files: {
      "go.mod":
        "module example.test/app\n\ngo 1.21\n\nrequire (\n\tgithub.com/docker/distribution v2.8.2+incompatible\n\tgithub.com/BurntSushi/toml v1.3.2\n)\n",
      "a.go": imports(
        "a",
        "github.com/docker/distribution/digestset",
        "github.com/BurntSushi/toml",
      ),
    },
    commands: [TIDY],
  },
};
