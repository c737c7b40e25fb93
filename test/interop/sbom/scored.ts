import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ProjectFiles, writeProject } from "../lockfiles/projects.ts";
import { run } from "../lockfiles/run.ts";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";

const CLI = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

const CONFIG = `sbom:
  enrich: caches
  supplier: registry
  license: CC0-1.0
  authors: [{ name: Release team, email: release@acme.example }]
  manufacturer: { name: Acme, url: https://acme.example }
`;

interface Project {
  readonly files: ProjectFiles;
  /** Locks the project, and downloads or installs its packages. */
  install(folder: string): void;
}

const PROJECTS: Readonly<Record<string, Project>> = {
  npm: {
    files: {
      "package.json": {
        name: "app",
        version: "1.0.0",
        license: "Apache-2.0",
        dependencies: { express: "4.19.2", "wrap-ansi": "8.1.0" },
        devDependencies: { glob: "8.1.0" },
      },
    },
    install: (folder) =>
      run([peer("npm-11")], ["install", "--ignore-scripts", "--no-audit", "--no-fund"], folder),
  },
  Python: {
    files: {
      "pyproject.toml": `[project]
name = "app"
version = "1.0.0"
license = "Apache-2.0"
requires-python = ">=3.10"
dependencies = ["requests==2.32.3", "anyio==4.9.0", "python-dateutil==2.9.0.post0"]
`,
    },
    install: (folder) => run([peer("uv")], ["sync", "--quiet", "--no-install-project"], folder),
  },
  Go: {
    files: {
      "go.mod":
        "module example.test/app\n\ngo 1.21\n\nrequire (\n\tgithub.com/pkg/errors v0.9.1\n\tgithub.com/spf13/cobra v1.8.0\n)\n",
      "main.go":
        'package main\n\nimport (\n\t_ "github.com/pkg/errors"\n\t_ "github.com/spf13/cobra"\n)\n\nfunc main() {}\n',
      LICENSE: "SPDX-License-Identifier: Apache-2.0\n",
    },
    install: (folder) => {
      run(["go"], ["mod", "tidy"], folder);
      run(["go"], ["mod", "download"], folder);
    },
  },
};

/** Documents of installed projects whose authors are configured have nine points of ten or more. */
export function scoredCases(scratch: () => string): readonly InteropCase[] {
  return Object.entries(PROJECTS).map(([name, { files, install }]) => ({
    name: `a project of ${name} with what it installs and configured authors scores 9.0 or more`,
    run: () => {
      const folder = join(scratch(), `scored-${name}`);
      mkdirSync(folder);
      writeProject(folder, { ...files, "assay.yml": CONFIG });
      install(folder);
      const assay = (...args: readonly string[]) => run([process.execPath, CLI], args, folder);
      assay("sbom", "--offline", "--fail-on", "never", "--formats", "cyclonedx-1.6");
      assay("sbom", "score", "sbom.cdx.json", "--minimum", "9");
    },
  }));
}
