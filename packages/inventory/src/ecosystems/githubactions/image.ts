import { buildPurl } from "@assay/purl";

/** A container image by its reference: https://github.com/distribution/reference. */
export interface Image {
  /** Without tag and digest, as it is written. */
  readonly name: string;
  readonly tag?: string;
  /** `sha256:…`. */
  readonly digest?: string;
  readonly purl: string;
}

const DOCKER_HUB = "docker.io";

/** `undefined` where it is no reference: an expression, say. */
export function parseImage(text: string): Image | undefined {
  const [, name = "", tag, digest] =
    /^([\w.-]+(?::\d{1,5}(?=\/))?(?:\/[\w.-]+)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(
      text,
    ) ?? [];
  if (name === "") return undefined;
  const parts = name.split("/");
  const [first = ""] = parts;
  const hasHost = parts.length > 1 && (/[.:]/.test(first) || first === "localhost");
  const host = hasHost ? (parts.shift() ?? "") : DOCKER_HUB;
  const own = parts.pop() ?? "";
  // Docker's own images need no owner.
  if (host === DOCKER_HUB && parts.length === 0) parts.push("library");
  const known = {
    name,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
  const purl =
    digest === undefined
      ? buildPurl({
          type: "docker",
          namespace: parts.join("/"),
          name: own,
          version: tag ?? "latest",
          qualifiers: { repository_url: host === DOCKER_HUB ? undefined : host },
        })
      : buildPurl({
          type: "oci",
          name: own,
          version: digest,
          qualifiers: { repository_url: [host, ...parts, own].join("/"), tag },
        });
  return { ...known, purl };
}
