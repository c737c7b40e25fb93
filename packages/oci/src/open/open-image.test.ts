import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkContext, cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { openWritableLayout } from "../layout/folder-store.ts";
import { imageOf, indexOf, put, referrerOf, tarOf } from "../test/images.ts";
import { isWritable, openImage, openImageTarget } from "./open-image.ts";

afterAll(cleanUp);

const one = imageOf(["one"]);
const two = imageOf(["two"]);
const both = indexOf([
  [one, {}],
  [two, {}],
]);

async function world() {
  const root = await temporaryFolder();
  const context = { ...checkContext(root), mask() {} };
  const layout = await openWritableLayout("images", join(root, "images"));
  return { root, context, layout, open: (text: string) => openImage(context, text) };
}

test("the one image of a layout needs no name, whatever hangs on it", async () => {
  const { layout, open } = await world();
  await put(layout, both, "1.0");
  await put(layout, referrerOf(both.descriptor, "application/spdx+json", "an SBOM"));
  await put(layout, imageOf(["a copied list"]), `sha256-${"0".repeat(64)}`);
  const image = await open("oci:images");
  expect(image.root.descriptor).toEqual(both.descriptor);
  expect(image.tag).toBe("1.0");
  expect(image.reference).toBe(`oci:images:1.0@${both.descriptor.digest}`);
  expect((await open(image.reference)).root.descriptor).toEqual(both.descriptor);
  expect(isWritable(image.store)).toBe(true);
});

test("of a layout that lists every manifest and names none, the root is what no other lists", async () => {
  const { root, layout, open } = await world();
  await put(layout, both);
  await put(layout, referrerOf(one.descriptor, "application/spdx+json", "an SBOM"));
  const index = {
    schemaVersion: 2,
    manifests: [...(await layout.entries()), one.descriptor, two.descriptor],
  };
  writeFileSync(join(root, "images", "index.json"), JSON.stringify(index));
  expect((await open("oci:images")).root.descriptor).toEqual(both.descriptor);
});

test("several images without a name are listed", async () => {
  const { layout, open } = await world();
  await put(layout, one, "one");
  await put(layout, two, "two");
  await expect(open("oci:images")).rejects.toMatchObject({
    kind: "usage",
    message: "images holds 2 images",
    hint: "Name one of them, as `oci:PATH:tag` or `oci:PATH@digest`: one, two.",
  });
  expect((await open("oci:images:two")).root.descriptor).toEqual(two.descriptor);
  expect((await open(`oci:images@${one.descriptor.digest}`)).root.descriptor).toEqual(
    one.descriptor,
  );
  await expect(open("oci:images:three")).rejects.toMatchObject({
    message: "images holds no image three",
    hint: "It holds: one, two.",
  });
});

test("tag and digest agree where that is asked", async () => {
  const { context, layout } = await world();
  await put(layout, one, "one");
  await put(layout, two, "two");
  const text = `oci:images:one@${two.descriptor.digest}`;
  expect((await openImage(context, text)).root.descriptor).toEqual(two.descriptor);
  await expect(openImage(context, text, { checkTag: true })).rejects.toThrow(
    `The tag one of images is ${one.descriptor.digest}; the digest that was given with it is ${two.descriptor.digest}`,
  );
});

test("what `cosign save` wrote has one image, and its older signatures under their tag", async () => {
  const { root, layout, open } = await world();
  const signatures = imageOf(["a signature"]);
  await put(layout, one);
  await put(layout, signatures);
  const named = (descriptor: object, kind: string) => ({
    ...descriptor,
    annotations: {
      kind: `dev.cosignproject.cosign/${kind}`,
      "org.opencontainers.image.ref.name": "registry.example/app:1.0",
    },
  });
  const manifests = [named(one.descriptor, "image"), named(signatures.descriptor, "sigs")];
  const index = JSON.stringify({ schemaVersion: 2, manifests });
  writeFileSync(join(root, "images", "index.json"), index);
  const { root: found, tag, store } = await open("oci:images");
  expect([found.descriptor, tag]).toEqual([one.descriptor, "1.0"]);
  const legacy = `${one.descriptor.digest.replace(":", "-")}.sig`;
  expect((await store.manifest(legacy))?.descriptor).toEqual(signatures.descriptor);
  expect((await open("oci:images:registry.example/app:1.0")).root.descriptor).toEqual(
    one.descriptor,
  );
});

test("bundles that `cosign save` does not list are found among its blobs", async () => {
  const { root, layout, open } = await world();
  const bundle = referrerOf(one.descriptor, "application/vnd.example.bundle", "{}");
  await put(layout, one);
  await put(layout, bundle);
  const annotations = { kind: "dev.cosignproject.cosign/image" };
  const saved = (extra: object) =>
    JSON.stringify({ schemaVersion: 2, manifests: [{ ...one.descriptor, ...extra }] });
  const attached = async () => {
    const { store } = await open("oci:images");
    const { manifests } = await store.referrers(one.descriptor.digest);
    return manifests.map(({ descriptor }) => descriptor.digest);
  };
  writeFileSync(join(root, "images", "index.json"), saved({ annotations }));
  expect(await attached()).toEqual([bundle.descriptor.digest]);
  // In other layouts what is not listed is not there.
  writeFileSync(join(root, "images", "index.json"), saved({}));
  expect(await attached()).toEqual([]);
});

test("two images of `docker save` with one tag are told apart by their whole names", async () => {
  const { root, layout, open } = await world();
  await put(layout, one);
  await put(layout, two);
  const named = (descriptor: object, name: string) => ({
    ...descriptor,
    annotations: {
      "io.containerd.image.name": `docker.io/library/${name}:latest`,
      "org.opencontainers.image.ref.name": "latest",
    },
  });
  const manifests = [named(one.descriptor, "one"), named(two.descriptor, "two")];
  writeFileSync(
    join(root, "images", "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests }),
  );
  await expect(open("oci:images:latest")).rejects.toMatchObject({
    message: "2 images of images are called latest",
    hint: expect.stringContaining("docker.io/library/two:latest"),
  });
  const { root: found } = await open("oci:images:docker.io/library/two:latest");
  expect(found.descriptor).toEqual(two.descriptor);
});

test("a layout in a tar is read like the folder, and can't be written to", async () => {
  const { root, layout, open } = await world();
  await put(layout, both, "1.0");
  writeFileSync(join(root, "images.tar"), await tarOf(join(root, "images")));
  const { root: found, store } = await open("oci-archive:images.tar:1.0");
  expect(found.descriptor).toEqual(both.descriptor);
  expect((await store.manifest(two.descriptor.digest))?.descriptor).toEqual(two.descriptor);
  const layer = two.blobs[1]?.descriptor ?? two.descriptor;
  expect(Buffer.from(await store.readBlob(layer, 100)).toString()).toBe("two");
  expect(isWritable(store)).toBe(false);
  await store.close();
});

test("a path may hold colons", async () => {
  const { root, open } = await world();
  const odd = await openWritableLayout("odd", join(root, "a:b"));
  await put(odd, one, "c");
  expect((await open("oci:a:b")).root.descriptor).toEqual(one.descriptor);
  expect((await open("oci:a:b:c")).reference).toBe(`oci:a:b:c@${one.descriptor.digest}`);
});

test("a target need not be there", async () => {
  const { context } = await world();
  const { store, tag } = await openImageTarget(context, "oci:new/layout:1.0");
  await put(store, one, tag);
  expect((await openImage(context, "oci:new/layout")).tag).toBe("1.0");
  await expect(openImageTarget(context, "oci-archive:new.tar")).rejects.toThrow(
    "oci-archive:new.tar is an archive, which nothing can be added to",
  );
});

test.each([
  ["./images", '"./images" is a folder, and how it holds an image is to be said', "oci:./images"],
  ["images", '"images" is a folder, and how it holds an image is to be said', "oci:images"],
  ["./app.tar", '"./app.tar" is a file, and how it', "docker-archive:./app.tar"],
  ["gone.tar", '"gone.tar" looks like a path, and how it', "oci-archive:gone.tar"],
  ["dir:images", "dir:images is a file system and no image", "oci:FOLDER"],
  ["docker-daemon:app", "Images of docker-daemon are not read", "docker save app:1.0"],
  ["oci:gone", "gone does not exist, and oci: names a folder", "Check the path"],
  ["oci:app.tar", "app.tar is no folder, and oci: names a folder", "oci-archive:app.tar"],
  ["oci-archive:images", "images is no file, and oci-archive: names a file", "Check the path"],
  ["docker-archive:", "names no path", "docker-archive:FILE"],
])("%s is said to be wrong, and what would be right", async (text, message, hint) => {
  const { root, open } = await world();
  writeFileSync(join(root, "app.tar"), "");
  mkdirSync(join(root, "folder"));
  await expect(open(text)).rejects.toMatchObject({
    kind: "usage",
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});
