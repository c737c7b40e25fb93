import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type CheckContext, ExternalError, statusBehind } from "@assay/core";
import { digestFile } from "@assay/sigstore/files";
import type { ExpectedSigner } from "@assay/sigstore/keys";
import { recordsAt } from "../archive/records.ts";
import type { AdvisoryData } from "../data.ts";
import type { AdvisoryOptions } from "../sources/inputs.ts";
import { dataOf } from "../sources/open-data.ts";
import { expectOutside, storeFolder } from "../sources/place.ts";
import { writeStoreFile } from "../store/file.ts";
import { EXTENSION } from "../store/format.ts";
import { openStoreFile, type StoreFile } from "../store/read.ts";
import { refuseRollback } from "./rollback.ts";

type Options = AdvisoryOptions & { readonly snapshot: string };

/** Opens the snapshot that a user holds: verified where a signer is named, never older than the one before. */
export async function openSnapshot(
  context: CheckContext,
  options: Options,
  wanted: readonly string[],
): Promise<AdvisoryData> {
  return (await snapshotFiles(context, options, wanted)).data;
}

/**
 * @param wanted All ecosystems where it is not given.
 * @param isUsed Whether something is judged by it: an older one is refused then.
 */
export async function snapshotFiles(
  context: CheckContext,
  options: Options,
  wanted: readonly string[] | undefined,
  isUsed = true,
): Promise<{
  readonly data: AdvisoryData;
  readonly files: readonly StoreFile[];
  readonly signer?: ExpectedSigner;
}> {
  const place = resolve(context.root, options.snapshot);
  const members = membersOf(place, options.snapshot).filter(
    ({ ecosystem }) => ecosystem === undefined || (wanted?.includes(ecosystem) ?? true),
  );
  const { snapshotKey, snapshotIdentity, requireSignedSnapshot } = options;
  const isSigned =
    requireSignedSnapshot || snapshotKey !== undefined || snapshotIdentity !== undefined;
  if (isUsed && !isSigned) {
    for (const path of [place, ...members.map((each) => each.path)])
      await expectOutside(context, path, "snapshot");
  }
  const store = storeFolder(context, options.advisoryStore);
  const signature = isSigned ? await import("./signature.ts") : undefined;
  const signer = await signature?.expectedSigner(context, "snapshot", {
    key: snapshotKey,
    subject: snapshotIdentity,
    issuer: options.snapshotOidcIssuer,
    root: options.snapshotTrustedRoot,
  });
  const files: StoreFile[] = [];
  for (const { path, ecosystem } of members) {
    const direct = ecosystem === undefined ? openStoreFile(path) : undefined;
    if (signer !== undefined) await signature?.verifySnapshot(context, path, signer);
    files.push(direct ?? (await unpacked(context, path, ecosystem ?? "", store)));
  }
  const data = dataOf(files, {
    source: "snapshot",
    place: options.snapshot,
    ...(signer && { signer: signer.name }),
  });
  if (isUsed) await refuseRollback(context, store, signer?.name ?? place, data.info);
  return { data, files, ...(signer && { signer }) };
}

interface Member {
  readonly path: string;
  /** Set for an archive of OSV. */
  readonly ecosystem?: string;
}

/** @throws ExternalError when nothing is there. */
export function membersOf(place: string, shown: string): readonly Member[] {
  const status = statusBehind(place);
  if (status?.isFile() === true) return [memberOf(place) ?? { path: place }];
  const members = status?.isDirectory() === true ? folderMembers(place) : [];
  if (members.length > 0) return members;
  throw new ExternalError(`There is no snapshot of advisories at ${shown}`, {
    hint: `Name a file that \`assay advisories build\` made, or a folder with such files (\`*${EXTENSION}\`) or OSV's archives (\`npm.zip\`, \`npm/all.zip\`).`,
  });
}

function folderMembers(folder: string): readonly Member[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const inner = join(folder, name, "all.zip");
      return memberOf(existsSync(inner) ? inner : join(folder, name)) ?? [];
    });
}

function memberOf(path: string): Member | undefined {
  if (path.endsWith(EXTENSION)) return { path };
  const [, folder = "", name = ""] = /([^/\\]*)[/\\]([^/\\]+)\.zip$/.exec(path) ?? [];
  return name === "" ? undefined : { path, ecosystem: name === "all" ? folder : name };
}

/** An archive of OSV is made into a file of the store once, under the name of its content. */
async function unpacked(
  context: CheckContext,
  path: string,
  ecosystem: string,
  store: string,
): Promise<StoreFile> {
  const { digests } = await digestFile(path, ["sha256"], context.signal);
  const name = `${encodeURIComponent(ecosystem)}-${digests.get("sha256")?.toString("hex").slice(0, 32)}`;
  const target = join(store, "archives", `${name}${EXTENSION}`);
  if (!existsSync(target)) {
    const problems: string[] = [];
    await writeStoreFile(
      target,
      [{ ecosystem, records: recordsAt(path, problems), problems }],
      context,
    );
    for (const problem of problems.slice(0, 5))
      context.logger.warning(`A record of ${ecosystem} is left out: ${problem}`);
  }
  return openStoreFile(target);
}
