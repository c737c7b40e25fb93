import { managementKey } from "./model.ts";
import type { Pom, PomDependency, PomProfile } from "./pom.ts";
import type { Interpolate } from "./properties.ts";

/** A POM with its active profiles in it: what they say wins, in the POM's place. */
export interface PomLayer {
  readonly properties: ReadonlyMap<string, string>;
  readonly dependencies: readonly PomDependency[];
  /** Management by key, where no key holds an expression. */
  readonly plain: ReadonlyMap<string, PomDependency>;
  /** Management whose keys hold expressions. */
  readonly open: readonly PomDependency[];
  /** BOMs, in order. */
  readonly imports: readonly PomDependency[];
}

/** Many inherit from one POM: it is prepared once for each set of profiles. */
const prepared = new WeakMap<Pom, Map<string, PomLayer>>();

export function layerOf(pom: Pom, active: readonly PomProfile[]): PomLayer {
  const known = prepared.get(pom) ?? new Map<string, PomLayer>();
  prepared.set(pom, known);
  const key = active.map((each) => pom.profiles.indexOf(each)).join(" ");
  const layer = known.get(key) ?? makeLayer(pom, active);
  known.set(key, layer);
  return layer;
}

function makeLayer(pom: Pom, active: readonly PomProfile[]): PomLayer {
  const all = [pom, ...active];
  const management = byKey(all.flatMap((each) => each.management));
  const isImport = ({ scope, type }: PomDependency) => scope === "import" && type === "pom";
  const plain = new Map(
    [...management].filter(([key, each]) => !key.includes("${") && !isImport(each)),
  );
  return {
    properties: new Map(all.flatMap(({ properties }) => [...properties])),
    dependencies: [...byKey(all.flatMap(({ dependencies }) => dependencies)).values()],
    plain,
    open: [...management].flatMap(([key, each]) =>
      key.includes("${") && !isImport(each) ? each : [],
    ),
    imports: [...management.values()].filter(isImport),
  };
}

/** Of two with one key in a list the last counts, in the place of the first. */
function byKey(entries: readonly PomDependency[]): ReadonlyMap<string, PomDependency> {
  return new Map(entries.map((each) => [managementKey(each), each]));
}

/** An entry of `dependencyManagement` with the properties of its own model. */
export interface Managed {
  readonly entry: PomDependency;
  readonly resolve: Interpolate;
}

/** A piece of an effective management, shared by all that import it. */
export interface ManagementLayer {
  readonly maps: readonly ReadonlyMap<string, PomDependency>[];
  readonly resolve: Interpolate;
}

export function managementLayer(
  { plain, open }: Pick<PomLayer, "plain" | "open">,
  resolve: Interpolate,
): ManagementLayer {
  const resolved = new Map(open.map((each) => [managementKey(each, resolve), each]));
  return { maps: [plain, resolved].filter(({ size }) => size > 0), resolve };
}

/** The first layer that has the key wins. */
export function managedIn(layers: readonly ManagementLayer[], key: string): Managed | undefined {
  for (const { maps, resolve } of layers) {
    for (const map of maps) {
      const entry = map.get(key);
      if (entry !== undefined) return { entry, resolve };
    }
  }
  return undefined;
}
