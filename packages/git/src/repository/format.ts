import { join } from "node:path";
import { ExternalError } from "@assay/core";
import { parseConfigFile } from "./config-file.ts";
import { readSmallFile } from "./small-file.ts";

/** All that is believed of a repository's own configuration: how its files are to be read, and where it came from. */
export interface RepositoryFormat {
  readonly objectFormat: "sha1" | "sha256";
  readonly refStorage: "files" | "reftable";
  /** A partial clone: objects may be missing, and are to be fetched. */
  readonly partial: boolean;
  /** `remote.origin.url` as it stands there, with whatever credentials it holds. */
  readonly origin: string | undefined;
}

const MAX_CONFIG_BYTES = 16 * 1024 * 1024;
/** Extensions that change nothing about what is read here (gitrepository-layout, "extensions"). */
const WITHOUT_MEANING: ReadonlySet<string> = new Set([
  ...["noop", "noop-v1", "preciousobjects", "relativeworktrees", "worktreeconfig"],
]);

/**
 * @param commonFolder As in `Location`.
 * @throws ExternalError when the repository has a format that is not known here.
 */
export async function readFormat(commonFolder: string): Promise<RepositoryFormat> {
  const bytes = await readSmallFile(join(commonFolder, "config"), MAX_CONFIG_BYTES);
  const settings = parseConfigFile(bytes?.toString("utf8") ?? "");
  const values = new Map(settings.map(({ key, value }) => [key, value]));
  const version = Number(values.get("core.repositoryformatversion") ?? 0);
  const format = {
    objectFormat: values.get("extensions.objectformat") ?? "sha1",
    refStorage: (values.get("extensions.refstorage") ?? "files").replace(/:.*$/s, ""),
  };
  const foreign = settings.find(
    ({ key }) => version > 0 && key.startsWith("extensions.") && !isKnown(key),
  );
  const known =
    (version === 0 || version === 1) &&
    (format.objectFormat === "sha1" || format.objectFormat === "sha256") &&
    (format.refStorage === "files" || format.refStorage === "reftable");
  if (!known || foreign !== undefined) {
    throw new ExternalError(
      `The repository has a format that is not known: ${foreign?.key ?? `version ${version}, ${format.objectFormat}, ${format.refStorage}`}`,
      { hint: "Check it out again with git's default format, or update Assay." },
    );
  }
  return {
    objectFormat: format.objectFormat === "sha256" ? "sha256" : "sha1",
    refStorage: format.refStorage === "reftable" ? "reftable" : "files",
    partial: settings.some(
      ({ key, value }) =>
        key === "extensions.partialclone" ||
        (/^remote\..*\.promisor$/s.test(key) && !/^(?:false|no|off|0)$/i.test(value)),
    ),
    origin: values.get("remote.origin.url"),
  };
}

function isKnown(key: string): boolean {
  const name = key.slice("extensions.".length);
  return (
    WITHOUT_MEANING.has(name) ||
    ["objectformat", "compatobjectformat", "refstorage", "partialclone"].includes(name)
  );
}
