/**
 * A thousand files signed and attested keyless while 30 % of all requests fail, in every mode, the certificate expires half-way and the
 * process is killed ten times: what that takes. `npm run bench:storm [-- files]`. Nothing leaves the machine.
 */
import { cleanUp } from "@assay/testkit";
import {
  type StormOptions,
  stormBundle,
  stormFile,
  type Weathered,
  weather,
} from "../e2e/storm.ts";

const FILES = Number(process.argv[2] ?? 1000);
const KILLS = 10;
const SEED = 20261128;

const storms = (["sign", "attest"] as const).flatMap((act) =>
  (
    [
      [1, false],
      [1, true],
      [2, true],
    ] as const
  ).map(([log, timestamps], at) => ({
    ...{ act, log, timestamps, files: FILES, kills: KILLS, seed: SEED + at },
  })),
);

try {
  for (const storm of storms) print(storm, await weather(storm));
} finally {
  await cleanUp();
}

function print(storm: StormOptions, figures: Weathered): void {
  const { act, log, timestamps, files } = storm;
  const bundles = Array.from({ length: files }, (_, at) =>
    stormBundle(storm, stormFile(at)),
  ).sort();
  const isAll = (found: readonly string[]) => JSON.stringify(found) === JSON.stringify(bundles);
  const { met, done, runs, kills, requests, leftOver, verified } = figures;
  const failed = requests - (met.get("none") ?? 0);
  const entries = log === 1 ? done.rekor1 : done.rekor2;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(
    `\n${act}, Rekor v${log}${timestamps ? ", timestamp authority" : ""}: ${files} files`,
  );
  console.log(
    `  runs ${runs}, of them killed ${kills}; files left to another run: ${leftOver.length}`,
  );
  console.log(`  requests ${requests}, of them failed ${failed}`);
  const modes = [...met].filter(([mode]) => mode !== "none").sort();
  console.log(`  by mode: ${modes.map(([mode, count]) => `${mode} ${count}`).join("; ")}`);
  console.log(
    `  tokens ${done.oidc}, certificates ${done.fulcio}, log entries ${entries}, timestamps ${done.tsa}`,
  );
  console.log(`  wall ${seconds(figures.wallMs)}, CPU of our processes ${seconds(figures.cpuMs)}`);
  console.log(
    `  one bundle a file and nothing else: ${isAll(figures.made)}; all verified: ${verified.exitCode === 0 && isAll(verified.products)}`,
  );
  for (const message of leftOver.slice(0, 20)) console.log(`    ${message}`);
  if (!isAll(figures.made) || !isAll(verified.products)) process.exitCode = 1;
}
