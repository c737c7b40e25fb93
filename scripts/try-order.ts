/**
 * Looks for a better `ORDER` of `file-order.ts`: `node scripts/build.ts && node scripts/try-order.ts [seconds]` prints what the files of
 * `dist/shared` take in today's order, and the best order that was found. Nothing is written.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

/** How far gzip looks back. */
const WINDOW = 32_768;

const folder = fileURLToPath(new URL("../dist/shared", import.meta.url));
const names = readdirSync(folder)
  .filter((name) => !name.startsWith("cli-"))
  .sort();
const files = names.map((name) => readFileSync(join(folder, name)));
const deadline = Date.now() + Number(process.argv[2] ?? 120) * 1000;
const random = randoms(1);

/** What the second file costs less behind the first than behind nothing. */
const gains = files.map((before, first) => {
  const known = before.subarray(-WINDOW);
  const alone = size(known);
  return files.map((after, second) => {
    const start = after.subarray(0, WINDOW);
    return first === second ? 0 : alone + size(start) - size(Buffer.concat([known, start]));
  });
});

const today = files.map((_, index) => index);
console.log(`today: ${wholeSize(today)} bytes`);
let best = improved(today);
for (let round = 0; round < 40 && Date.now() < deadline; round++) {
  const other = improved(exchanged(best));
  if (gainOf(other) > gainOf(best)) best = other;
}
// What a pair tells is not all: a small file leaves room in the window for the one before it.
for (let bytes = wholeSize(best); Date.now() < deadline; ) {
  const other = moved(best, below(files.length), 1 + below(3), below(files.length));
  if (gainOf(other) < gainOf(best) - 200) continue;
  const now = wholeSize(other);
  if (now < bytes) [best, bytes] = [other, now];
}
console.log(`best: ${wholeSize(best)} bytes`);
console.log(best.map((index) => names[index]?.replace(/^\d+-|\.js$/g, "")).join(" "));

function size(bytes: Uint8Array): number {
  return deflateRawSync(bytes, { level: 9 }).length;
}

function wholeSize(order: readonly number[]): number {
  return size(Buffer.concat(order.flatMap((index) => files[index] ?? [])));
}

function gainOf(order: readonly number[]): number {
  return order.reduce((sum, index, at) => sum + (gains[order[at - 1] ?? index]?.[index] ?? 0), 0);
}

/** Moves runs of files as long as that gains. */
function improved(start: readonly number[]): readonly number[] {
  let order = start;
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let length = 1; length <= 12; length++)
      for (let from = 0; from + length <= order.length; from++)
        for (let to = 0; to + length <= order.length; to++) {
          const other = moved(order, from, length, to);
          if (gainOf(other) <= gainOf(order)) continue;
          order = other;
          isBetter = true;
        }
  }
  return order;
}

function moved(
  order: readonly number[],
  from: number,
  length: number,
  to: number,
): readonly number[] {
  const rest = order.toSpliced(from, length);
  return rest.toSpliced(to, 0, ...order.slice(from, from + length));
}

/** Two neighbouring runs change places: a step that no single move makes. */
function exchanged(order: readonly number[]): readonly number[] {
  const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => below(order.length)).sort((x, y) => x - y);
  return [...order.slice(0, a), ...order.slice(b, c), ...order.slice(a, b), ...order.slice(c)];
}

function below(limit: number): number {
  return Math.floor(random() * limit);
}

/** The same numbers in each run, from 0 to below 1 (Lehmer's generator). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
