import { isLayerOfFiles } from "@assay/oci";

/** Why a layer is not read, by its media type alone; `undefined` where it is one of a root file system. */
export function whyNotRead(mediaType: string | undefined): string | undefined {
  if (mediaType === undefined || isLayerOfFiles(mediaType)) return undefined;
  if (mediaType.endsWith("+encrypted")) return "it is encrypted, so nothing in it can be seen";
  const known = OTHERS.find(([pattern]) => pattern.test(mediaType))?.[1];
  return `it is no layer of a file system but ${known ?? `of the type ${JSON.stringify(mediaType)}`}`;
}

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/nydus/, "a part of a Nydus image, which is loaded file by file"],
  [/in-toto/, "an attestation"],
  [/wasm/, "a module of WebAssembly"],
  [/helm/, "a Helm chart"],
  [/modelpack|cncf\.model/, "a model"],
  [/soci/, "an index of SOCI"],
];

/** What a media type says of the compression. */
export function statedCompression(mediaType: string | undefined): string | undefined {
  if (mediaType === undefined) return undefined;
  return /[+.](gzip|zstd)$/.exec(mediaType)?.[1] ?? "none";
}
