import { purlOf } from "../../purl.ts";
import type { ImageComponent, ImageFile } from "../../reader.ts";
import { componentOf, type FactPlace, isNamed, textOfFile } from "../record.ts";

/** A runtime of Java: the file `release` at its root. */
export interface JdkRelease {
  readonly java: string;
  readonly implementor: string | undefined;
  readonly isRuntimeOnly: boolean;
}

export async function readRelease(file: ImageFile): Promise<JdkRelease | undefined> {
  const text = await textOfFile(file, 64 * 1024);
  const field = (name: string) => new RegExp(`^${name}="?([^"\\r\\n]*)"?`, "m").exec(text)?.[1];
  const java = field("JAVA_RUNTIME_VERSION") || field("JAVA_VERSION");
  if (java === undefined || !isNamed(java, undefined)) return undefined;
  const implementor = field("IMPLEMENTOR")?.slice(0, 200) || undefined;
  return { java, implementor, isRuntimeOnly: field("IMAGE_TYPE") === "JRE" };
}

export function jdkComponent(
  place: FactPlace,
  { java, implementor, isRuntimeOnly }: JdkRelease,
): readonly ImageComponent[] {
  const name = isRuntimeOnly ? "jre" : "jdk";
  // `17.0.9+9-LTS`: builds of one version differ.
  const version = java.replace(/-LTS$/, "");
  return [
    componentOf(
      place,
      {
        name,
        version,
        ecosystem: "maven",
        kind: "platform",
        purl: purlOf({ type: "generic", namespace: "openjdk", name, version }),
      },
      "installed",
      implementor === undefined ? [] : [["assay:image:implementor", implementor]],
    ),
  ];
}
