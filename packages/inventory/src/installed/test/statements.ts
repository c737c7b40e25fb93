import {
  type CheckContext,
  createMaterials,
  fixedClock,
  type HttpRequest,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { type Files, noSettingsFiles, temporaryFolder, writeFiles } from "@assay/testkit";
import type { Component } from "../../graph.ts";
import type { EnrichLevel } from "../levels.ts";
import { type PackageStatements, packageStatements } from "../statements.ts";

/** A licence text that is known whole. */
export const MIT = `MIT License

Copyright (c) 2020 Ann

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** A package of a lockfile at the root of the project. */
export function locked(
  ecosystem: string,
  name: string,
  version: string,
  more: Partial<Component> = {},
): Component {
  return {
    id: `lock#${name}@${version}`,
    name,
    version,
    kind: "library",
    ecosystem,
    purl: `pkg:${ecosystem}/${name}@${version}`,
    firstParty: false,
    scope: "runtime",
    artifacts: [],
    location: { path: "lock" },
    aliases: [],
    flags: [],
    ...more,
  };
}

export interface Situation {
  /** Of the project. */
  readonly files?: Files;
  /** Of the user's folder. */
  readonly home?: Files;
  readonly level?: EnrichLevel;
  readonly offline?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** By URL; every other one is 404. A number is the status of an answer without content. */
  readonly answers?: Readonly<Record<string, string | number>>;
}

export interface Asked extends PackageStatements {
  readonly root: string;
  readonly requests: readonly string[];
}

/** What is found out of these packages. */
export async function statementsOf(
  components: readonly Component[],
  { files = {}, home = {}, level = "installed", ...others }: Situation,
): Promise<Asked> {
  const { offline = false, environment = {}, answers = {} } = others;
  const [root, user] = [await temporaryFolder(), await temporaryFolder()];
  await writeFiles(root, files);
  await writeFiles(user, home);
  const requests: string[] = [];
  const context: CheckContext = {
    root,
    event: null,
    remote: null,
    offline,
    http: {
      request: async ({ url }: HttpRequest) => {
        requests.push(url);
        const answer = answers[url] ?? 404;
        const text = typeof answer === "string" ? answer : "";
        return {
          status: typeof answer === "number" ? answer : 200,
          headers: {},
          body: new TextEncoder().encode(text),
          text: () => text,
          json: () => JSON.parse(text) as unknown,
        };
      },
    },
    processes: nodeProcesses(),
    clock: fixedClock("2026-12-01T12:00:00Z"),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: noSettingsFiles,
    signal: new AbortController().signal,
    environment: { HOME: user, ...environment },
  };
  const graph = {
    path: "lock",
    format: "list",
    ecosystem: "",
    roots: [],
    components,
    edges: [],
    edgeCompleteness: "unknown",
    covers: [],
    gaps: [],
  } as const;
  const said = await packageStatements(context, { graphs: [graph] }, level);
  return { ...said, root, requests };
}

/** Of the only package: where it was found, the licence that it declares as text, and all else as it is. */
export async function sayingOf(component: Component, situation: Situation) {
  const { statements } = await statementsOf([component], situation);
  const said = statements.get(component.id);
  return said === undefined
    ? undefined
    : { ...said, ...(said.declared && { declared: said.declared.text }) };
}
