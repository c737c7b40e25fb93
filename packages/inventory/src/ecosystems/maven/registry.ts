import type { PackageRegistry } from "../ecosystem.ts";
import { pomChain, saidByPoms } from "./pom-metadata.ts";

type Ask = Awaited<ReturnType<PackageRegistry["load"]>>;

/** The POM, and those above it, from Maven Central. */
export const askMavenCentral: Ask = async ({ name, version = "" }, ask) => {
  const [group = "", artifact = ""] = name.split(":");
  const chain = await pomChain({ group, artifact, version }, (each) => {
    const [a, v] = [each.artifact, each.version].map(encodeURIComponent);
    const folder = each.group.split(".").map(encodeURIComponent).join("/");
    return ask(`/maven2/${folder}/${a}/${v}/${a}-${v}.pom`);
  });
  return chain.length === 0 ? undefined : { ...saidByPoms(chain), name, version };
};
