import { resolve } from "node:path";
import { statusBehind, UsageError } from "@assay/core";

/** What the text of an image names, before anything is opened. */
export type ImagePlace =
  | { readonly kind: "registry"; readonly text: string }
  | {
      readonly kind: "oci" | "oci-archive" | "docker-archive";
      /** As it was given, for people. */
      readonly path: string;
      /** Absolute. */
      readonly file: string;
      /** A tag or a full name. */
      readonly name?: string;
      readonly digest?: string;
    };

const SCHEMES = /^(oci|oci-archive|docker-archive):(.*)$/s;
const HINT =
  "Write `registry.example/team/app:1.0`, `oci:FOLDER[:tag]`, `oci-archive:FILE[:tag]` or `docker-archive:FILE[:tag]`.";

/**
 * Takes the text of an image apart: a reference of a registry (with or without `docker://`), `oci:PATH[:tag][@digest]`,
 * `oci-archive:PATH[:tag][@digest]` or `docker-archive:PATH[:tag]`. A path may hold colons: the longest one that is there counts.
 *
 * @param root What relative paths start from.
 * @throws UsageError for a bare path, and for kinds of place that are not read.
 */
export function placeOf(root: string, text: string): ImagePlace {
  const [, kind, rest = ""] = SCHEMES.exec(text) ?? [];
  if (kind === undefined) {
    if (text.startsWith("docker://")) return { kind: "registry", text: text.slice(9) };
    refuseOthers(root, text);
    return { kind: "registry", text };
  }
  const [, before = rest, digest] = /^(.*)@(sha(?:256|512):[0-9a-f]+)$/s.exec(rest) ?? [];
  const colon = colons(before).find((at) => statusBehind(resolve(root, before.slice(0, at))));
  // What is not there yet may be written to: a tag is what looks like one.
  const end =
    colon ?? (/:[A-Za-z0-9_][\w.-]{0,127}$/.test(before) ? before.lastIndexOf(":") : before.length);
  const [path, name] = [before.slice(0, end), before.slice(end + 1)];
  if (path === "") throw new UsageError(`"${text}" names no path`, { hint: HINT });
  return {
    kind: kind as "oci",
    path,
    file: resolve(root, path),
    ...(name === "" ? {} : { name }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Where a path may end: at the whole text, and then at each colon from the last to the first. */
function colons(text: string): readonly number[] {
  const found = [...text.matchAll(/:/g)].map(({ index }) => index);
  return [text.length, ...found.reverse()];
}

function refuseOthers(root: string, text: string): void {
  const scheme = /^(dir|docker-daemon|containers-storage|sif|ostree|tarball):/.exec(text)?.[1];
  if (scheme === "dir") {
    throw new UsageError(
      `${text} is a file system and no image: it has no manifest to be asked for`,
      {
        hint: HINT,
      },
    );
  }
  if (scheme !== undefined) {
    throw new UsageError(`Images of ${scheme} are not read`, {
      hint: "Write the image to a file first: `docker save app:1.0 > app.tar`, and name it as `docker-archive:app.tar`.",
    });
  }
  const looksLikePath = /^(\.{0,2}[/\\]|~|[A-Za-z]:[/\\])|\.(tar|tgz|tar\.gz)$/.test(text);
  const status = statusBehind(resolve(root, text));
  if (!looksLikePath && status?.isDirectory() !== true) return;
  const is =
    status === undefined ? "looks like a path" : `is a ${status.isFile() ? "file" : "folder"}`;
  throw new UsageError(`"${text}" ${is}, and how it holds an image is to be said`, {
    hint:
      status?.isDirectory() === true
        ? `Write \`oci:${text}\` for an OCI layout.`
        : `Write \`docker-archive:${text}\` for what \`docker save\` wrote, or \`oci-archive:${text}\` for an OCI layout in a tar.`,
  });
}
