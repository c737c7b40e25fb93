import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { mavenGraph } from "./graph.ts";
import { type MavenRepository, mavenModels } from "./models.ts";
import { readPom } from "./pom.ts";
import { pomTree } from "./tree.ts";

/**
 * The graph of the reactor that a `pom.xml` is the root of; none where it is a module of another one.
 *
 * @param outside Asked for POMs that are not in the tree: what is needed is known as far as it has them. Without it nothing but the tree
 * is read.
 * @throws UsageError when it is no project of Maven
 */
export async function readMavenPom(
  input: ReaderInput,
  outside: MavenRepository = {},
): Promise<readonly PackageGraph[]> {
  const { path, text, origin } = input;
  readPom(path, text);
  const tree = await pomTree(input);
  const reactor = tree.reactors.get(path);
  if (reactor === undefined) return [];
  const models = await mavenModels(path, tree, input, outside);
  return [await mavenGraph({ tree, reactor, models, origin })];
}
