import { UsageError } from "@assay/core";
import { digestProblem } from "./digest.ts";

/** An image in a registry, with what its shorthand stands for written out. */
export interface ImageReference {
  /** Host, and port where one is given: `docker.io`, `ghcr.io`, `[::1]:5000`. */
  readonly registry: string;
  /** `library/alpine`, `team/app`. */
  readonly repository: string;
  readonly tag?: string;
  /** Goes before the tag, which is only for people then. */
  readonly digest?: string;
}

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const REGISTRY = new RegExp(
  `^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f:.]{2,45}\\])(?::\\d{1,5})?$`,
);
const MAX_NAME = 255;
const MAX_TEXT = 1024;
const HINT =
  "Write it as `[registry[:port]/]repository[:tag][@sha256:digest]`, such as `ghcr.io/team/app:1.2`.";

/**
 * Reads a reference as Docker does: `alpine` is `docker.io/library/alpine:latest`.
 * https://github.com/distribution/reference and
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 *
 * @throws UsageError that says what was found and what is allowed.
 */
export function parseReference(text: string): ImageReference {
  const wrong = (reason: string) =>
    new UsageError(`"${text.slice(0, 300)}" is no image reference: ${reason}`, { hint: HINT });
  if (text === "") throw wrong("it is empty");
  if (text.length > MAX_TEXT) throw wrong(`it has more than ${MAX_TEXT} characters`);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) throw wrong("it has no scheme such as `https://`");
  if (/\s/.test(text)) throw wrong("it holds white space");

  const at = text.indexOf("@");
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const problem = digest === undefined ? undefined : digestProblem(digest);
  if (problem !== undefined) throw wrong(`its digest is "${digest}", and ${problem}`);
  const named = at < 0 ? text : text.slice(0, at);
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", Math.max(slash, named.indexOf("]")));
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag))
    throw wrong(
      `its tag is "${tag}", and a tag is 1 to 128 letters, digits, "_", "." and "-", not starting with "." or "-"`,
    );
  const { registry, repository } = splitName(colon < 0 ? named : named.slice(0, colon));
  if (
    !REGISTRY.test(registry) ||
    Number(/\d+$/.exec(registry.split(/:(?=\d+$)/)[1] ?? "")) > 65_535
  )
    throw wrong(`"${registry}" is no host of a registry`);
  const odd = repository.split("/").find((component) => !COMPONENT.test(component));
  if (odd !== undefined) {
    throw wrong(
      /[A-Z]/.test(odd)
        ? `its repository "${repository}" has upper-case letters, and only lower-case ones are allowed`
        : `"${odd}" is no part of a repository's name, which is lower-case letters and digits, with ".", "_", "__" or "-" between them`,
    );
  }
  if (registry.length + 1 + repository.length > MAX_NAME)
    throw wrong(`registry and repository have more than ${MAX_NAME} characters`);
  return {
    registry,
    repository,
    ...(tag === undefined ? (digest === undefined ? { tag: "latest" } : {}) : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** The first component is a host where it could be no part of a name on Docker Hub. */
function splitName(name: string): Pick<ImageReference, "registry" | "repository"> {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(0, slash));
  const isHost = slash > 0 && (/[.:[A-Z]/.test(first) || first === "localhost");
  const registry = isHost ? first : "docker.io";
  const repository = isHost ? name.slice(slash + 1) : name;
  if (registry !== "docker.io" && registry !== "index.docker.io") return { registry, repository };
  return {
    registry: "docker.io",
    repository: repository.includes("/") ? repository : `library/${repository}`,
  };
}

/** With everything that the shorthand leaves out. */
export function formatReference({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
