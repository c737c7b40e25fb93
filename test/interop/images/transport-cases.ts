/** Blobs, images, indexes and what is attached to them: what we write others read, what they write we read, and copies keep all of it. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInspect } from "../../../packages/images/src/inspect/run-inspect.ts";
import {
  digestOf,
  openImage,
  openWritableRegistry,
  parseReference,
} from "../../../packages/oci/src/index.ts";
import type { InteropCase } from "../suite.ts";
import { pushBlob, pushIndex } from "./images.ts";
import type { RealRegistry } from "./servers.ts";
import { ARTIFACT, type TransportWorld } from "./transport-world.ts";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";

/** Each over one registry, with the other one as the second where two are needed. */
export function transportCases(
  name: RealRegistry["name"],
  { scratch, tool, context, hostOf, otherThan, copy, ...world }: TransportWorld,
): readonly InteropCase[] {
  const { digestByCrane, furnished, discovered } = world;
  const open = (repository: string) =>
    openWritableRegistry(context(), parseReference(`${hostOf(name)}/${repository}`));

  return [
    {
      name: `${name}: what we copy there crane pulls, and ORAS finds all that is attached`,
      async run() {
        const [from, to] = [otherThan(name), hostOf(name)];
        const { image, onIndex, older } = await furnished(from, "furnished/source");
        const { digest } = await copy(`${from}/furnished/source:1.0`, `${to}/copied/app:2.0`);
        assert.equal(digest, image.digest);
        assert.equal(digestByCrane(`${to}/copied/app:2.0`), digest);
        for (const { digest: child } of image.platforms) {
          const text = tool("crane", "manifest", `${to}/copied/app@${child}`);
          assert.equal(digestOf(Buffer.from(text)), child);
          for (const layer of (JSON.parse(text) as { layers: readonly Layer[] }).layers) {
            assert.equal(
              digestOf(Buffer.from(tool("crane", "blob", `${to}/copied/app@${layer.digest}`))),
              layer.digest,
            );
          }
        }
        for (const subject of [digest, image.platforms[1]?.digest, onIndex]) {
          const expected = discovered(`${from}/furnished/source@${subject}`, "--plain-http");
          assert.equal(expected.length, 1);
          assert.deepEqual(discovered(`${to}/copied/app@${subject}`, "--plain-http"), expected);
        }
        assert.equal(digestByCrane(`${to}/copied/app:${older.tag}`), older.digest);
      },
    },
    {
      name: `${name}: what crane and ORAS push is read, and inspect lists what is attached`,
      async run() {
        const host = hostOf(name);
        const made = await furnished(host, "theirs/app");
        writeFileSync(join(scratch, "layer.txt"), "a file");
        tool("tar", "cf", "layer.tar", "layer.txt");
        tool("crane", "append", "--new_layer", "layer.tar", "--new_tag", `${host}/theirs/one:1.0`);
        const { root, store } = await openImage(context(), `${host}/theirs/one:1.0`);
        assert.equal(root.descriptor.digest, digestByCrane(`${host}/theirs/one:1.0`));
        assert.ok(root.manifest.kind === "image");
        for (const layer of root.manifest.layers) await store.readBlob(layer, 1e6);
        const { result } = await runInspect(context(), {
          ...{ image: `${host}/theirs/app:1.0`, json: false, registry: {} },
        });
        const rows = result.tables?.find(({ title }) => title.startsWith("Attached"))?.rows ?? [];
        assert.deepEqual(
          rows.map((row) => row[4]).sort(),
          [made.onIndex, made.onPlatform, made.onAttached, made.older.digest].sort(),
        );
      },
    },
    {
      name: `${name}: a way through a layout of ours loses nothing, and ORAS and crane read the layout`,
      async run() {
        const [from, to] = [hostOf(name), otherThan(name)];
        const { image, onIndex, onPlatform, onAttached, older } = await furnished(from, "way/app");
        await copy(`${from}/way/app:1.0`, `oci:way-${name}:1.0`);
        const found = discovered(`way-${name}:1.0`, "--oci-layout");
        assert.deepEqual(found, [`${onIndex} ${ARTIFACT} about all`]);
        await copy(`oci:way-${name}`, `${to}/way/back:1.0`);
        const { root, store } = await openImage(context(), `${to}/way/back:1.0`);
        assert.equal(root.descriptor.digest, image.digest);
        for (const [subject = "", attached] of [
          [image.digest, onIndex],
          [image.platforms[1]?.digest, onPlatform],
          [onIndex, onAttached],
        ]) {
          const { manifests } = await store.referrers(subject);
          const digests = manifests.map(({ descriptor }) => descriptor.digest);
          assert.deepEqual(digests, [attached]);
        }
        assert.equal((await store.manifest(older.tag))?.descriptor.digest, older.digest);
        // crane takes a layout of one entry.
        const plain = await pushIndex(from, "way/plain", undefined, "1.0");
        await copy(`${from}/way/plain:1.0`, `oci:plain-${name}`);
        tool("crane", "push", `plain-${name}`, `${to}/way/crane:1.0`);
        assert.equal(digestByCrane(`${to}/way/crane:1.0`), plain.digest);
      },
    },
    {
      name: `${name}: layouts and archives that ORAS, crane and cosign write are read`,
      async run() {
        const host = hostOf(name);
        const { image, onIndex, onAttached } = await furnished(host, "saved/app");
        const rootOf = async (text: string) => {
          const { root, store } = await openImage(context(), text);
          return { root: root.descriptor.digest, manifest: root.manifest, store };
        };
        const flags = ["--from-plain-http", "--to-oci-layout"];
        tool("oras", "cp", "-r", ...flags, `${host}/saved/app:1.0`, `oras-${name}:1.0`);
        const byOras = await rootOf(`oci:oras-${name}`);
        assert.equal(byOras.root, image.digest);
        const { manifests } = await byOras.store.referrers(onIndex);
        assert.equal(manifests[0]?.descriptor.digest, onAttached);
        tool("crane", "pull", "--format", "oci", `${host}/saved/app:1.0`, `crane-${name}`);
        assert.equal((await rootOf(`oci:crane-${name}`)).root, image.digest);
        tool("tar", "cf", `crane-${name}-oci.tar`, "-C", `crane-${name}`, ".");
        const packed = await rootOf(`oci-archive:crane-${name}-oci.tar`);
        assert.equal(packed.root, image.digest);
        await packed.store.close();
        const reference = `${host}/saved/app@${image.platforms[0]?.digest}`;
        tool("crane", "pull", "--format", "tarball", reference, `crane-${name}.tar`);
        const archive = await rootOf(`docker-archive:crane-${name}.tar`);
        const original = await rootOf(reference);
        assert.ok(archive.manifest.kind === "image" && original.manifest.kind === "image");
        assert.equal(archive.manifest.config.digest, original.manifest.config.digest);
        for (const layer of archive.manifest.layers) await archive.store.readBlob(layer, 1e6);
        await archive.store.close();
        tool("cosign", "save", "--dir", `cosign-${name}`, `${host}/saved/app:1.0`);
        const byCosign = await rootOf(`oci:cosign-${name}`);
        assert.equal(byCosign.root, image.digest);
      },
    },
    {
      name: `${name}: a blob of 120 MB goes up in chunks, comes back, and is mounted`,
      async run() {
        const bytes = randomBytes(120 * 1000 * 1000);
        const descriptor = {
          ...{ mediaType: "application/octet-stream", digest: digestOf(bytes), size: bytes.length },
        };
        const [first, second] = [await open("large/first"), await open("large/second")];
        await first.putBlob(descriptor, async function* () {
          for (let at = 0; at < bytes.length; at += 1e6) yield bytes.subarray(at, at + 1e6);
        });
        let length = 0;
        for await (const part of first.blob(descriptor)) length += part.length;
        assert.equal(length, bytes.length);
        const never = () => {
          throw new Error("the bytes were asked for, though the registry has them");
        };
        await second.putBlob(descriptor, never, first);
        assert.ok(await second.hasBlob(descriptor));
        await first.close();
      },
    },
    {
      name: `${name}: six writers attach at once, and nothing is lost`,
      async run() {
        const { mediaType, digest, size } = await pushIndex(hostOf(name), "busy/app");
        const empty = "application/vnd.oci.empty.v1+json";
        const config = await pushBlob(hostOf(name), "busy/app", Buffer.from("{}"), empty);
        const manifests = Array.from({ length: 6 }, (_, at) =>
          Buffer.from(
            JSON.stringify({
              ...{ schemaVersion: 2, mediaType: MANIFEST, artifactType: ARTIFACT },
              ...{ config, layers: [config], subject: { mediaType, digest, size } },
              annotations: { "org.example.text": `number ${at}` },
            }),
          ),
        );
        await Promise.all(
          manifests.map(async (bytes) => (await open("busy/app")).putReferrer(bytes, MANIFEST)),
        );
        assert.deepEqual(
          discovered(`${hostOf(name)}/busy/app@${digest}`, "--plain-http"),
          manifests.map((bytes, at) => `${digestOf(bytes)} ${ARTIFACT} number ${at}`).sort(),
        );
      },
    },
    {
      name: `${name}: ORAS copies to a layout what we attached, with what we said of it`,
      async run() {
        const host = hostOf(name);
        const source = await furnished(otherThan(name), "again/source");
        await copy(`${otherThan(name)}/again/source:1.0`, `${host}/again/app:1.0`);
        const flags = ["--from-plain-http", "--to-oci-layout"];
        tool("oras", "cp", "-r", ...flags, `${host}/again/app:1.0`, `again-${name}:1.0`);
        const found = discovered(`again-${name}:1.0`, "--oci-layout");
        assert.deepEqual(found, [`${source.onIndex} ${ARTIFACT} about all`]);
      },
    },
  ];
}

interface Layer {
  readonly digest: string;
}
