import { expect, test } from "vitest";
import type { Edge } from "../graph.ts";
import { programReader } from "./binaries/reader.ts";
import { elf } from "./binaries/test/elf.ts";
import { goBlob } from "./binaries/test/go-blobs.ts";
import { imageGraphs } from "./graphs.ts";
import { lockfiles } from "./language/lockfiles/reader.ts";
import { componentOf } from "./language/record.ts";
import type { ImageReader, ImageReading } from "./reader.ts";
import { readWith } from "./test/read.ts";

function graphsOf(readings: Readonly<Record<string, ImageReading>>, edges: readonly Edge[]) {
  const all = Object.values(readings).flatMap(({ components }) => components);
  return imageGraphs(new Map(Object.entries(readings)), all, edges).map(
    ({ edgeCompleteness, withoutEdges, components, edges: own }) => ({
      edgeCompleteness,
      edges: own.length,
      unknown: components.filter(({ id }) => withoutEdges?.includes(id)).map(({ name }) => name),
    }),
  );
}

async function read(reader: ImageReader, files: Readonly<Record<string, string | Uint8Array>>) {
  const reading = await readWith(reader, { files });
  return graphsOf({ [reader.id]: reading }, reading.edges ?? []);
}

test("a Go program says what it was linked with, and not what its modules need", async () => {
  const lines = ["path\texample.com/app", "mod\texample.com/app\tv1.0.0", "dep\tx.org/a\tv1.0.0"];
  const data = goBlob("go1.26.8", lines);
  const app = elf([{ name: ".go.buildinfo", data, address: 0x2000, writable: true }]);
  expect(await read(programReader as ImageReader, { "usr/bin/app": app })).toEqual([
    { edgeCompleteness: "complete", edges: 2, unknown: ["stdlib", "x.org/a"] },
  ]);
});

test("a list of pinned packages says nothing of what needs what", async () => {
  const files = { "srv/requirements.txt": "a==1\nb==2\n" };
  expect(await read(lockfiles as ImageReader, files)).toEqual([
    { edgeCompleteness: "complete", edges: 0, unknown: ["a", "b"] },
  ]);
});

test("what needs something of another record is not said to need nothing", () => {
  const place = { path: "a.json", layer: 0, since: 0 };
  const [a, b, c] = ["a", "b", "c"].map((name) => componentOf(place, { name, ecosystem: "toy" }));
  if (a === undefined || b === undefined || c === undefined) throw new Error();
  const needs = (to: string): Edge => ({ from: a.component.id, to, kind: "runtime" });
  const edges = [needs(b.component.id), needs(c.component.id)];
  expect(graphsOf({ one: { components: [a, b], edges }, two: { components: [c] } }, edges)).toEqual(
    [
      { edgeCompleteness: "complete", edges: 1, unknown: ["a"] },
      { edgeCompleteness: "unknown", edges: 0, unknown: [] },
    ],
  );
});
