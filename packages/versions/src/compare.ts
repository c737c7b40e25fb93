import type { Order } from "./order.ts";
import { pep440 } from "./orders/pep440.ts";
import { semver } from "./orders/semver.ts";
import { type OrderName, orderOfType } from "./orders.ts";

const ORDERS: ReadonlyMap<OrderName, Order<unknown>> = new Map(
  Object.entries({ semver, pep440 }) as [OrderName, Order<unknown>][],
);

/** Read once: versions of an advisory are compared with many. By order, then by text. */
const read = new Map<OrderName, Map<string, unknown>>();
/** Texts kept per order, so that hostile data can't fill the memory. */
const MOST = 20_000;

function versionOf(name: OrderName, order: Order<unknown>, text: string): unknown {
  let known = read.get(name);
  if (known === undefined || known.size > MOST) {
    known = new Map();
    read.set(name, known);
  }
  let version = known.get(text);
  if (version === undefined && !known.has(text)) {
    version = order.read(text);
    known.set(text, version);
  }
  return version;
}

/**
 * Which of two versions comes first in an order: negative, zero or positive; `undefined` where one of them is no version of it.
 */
export function compareVersions(name: OrderName, a: string, b: string): number | undefined {
  const order = ORDERS.get(name) ?? semver;
  const [one, other] = [versionOf(name, order, a), versionOf(name, order, b)];
  if (one === undefined || other === undefined) return undefined;
  return order.compare(one, other);
}

/** Whether a text is a version of an order: whether it can be compared. */
export function isVersion(name: OrderName, text: string): boolean {
  return versionOf(name, ORDERS.get(name) ?? semver, text) !== undefined;
}

/** Whether a version says that it comes before a release: `1.0.0-rc.1`, `1.0a1`, `1.0-SNAPSHOT`. No version is none. */
export function isPrerelease(name: OrderName, text: string): boolean {
  const order = ORDERS.get(name) ?? semver;
  const version = versionOf(name, order, text);
  return version !== undefined && order.isPrerelease(version);
}

/** What an update changes: the first, the second or a later number; `other` where no number does, or not upwards. */
export type UpdateType = "major" | "minor" | "patch" | "other";

/**
 * The type of an update by the first number that differs. `other` where a text is no version, where the new version is not later,
 * and where only what follows the numbers differs.
 */
export function updateTypeOf(name: OrderName, from: string, to: string): UpdateType {
  const order = ORDERS.get(name) ?? semver;
  const [before, after] = [versionOf(name, order, from), versionOf(name, order, to)];
  if (before === undefined || after === undefined || order.compare(before, after) >= 0)
    return "other";
  const [one, other] = [order.numbers(before), order.numbers(after)];
  for (let at = 0; at < one.length || at < other.length; at++)
    if ((one[at] ?? 0) !== (other[at] ?? 0)) return at < 2 ? "major" : at === 2 ? "minor" : "patch";
  return "other";
}

const NUMBERS = /^v?\d+(?:\.\d+)*$/;

/**
 * `compareVersions` by purl type. Where the type's order is not known only numbers with dots between them are compared, which have
 * one order everywhere.
 *
 * @param type the purl type
 */
export function compareOfType(type: string | undefined, a: string, b: string): number | undefined {
  if (a === b) return 0;
  const order = orderOfType(type ?? "");
  if (order !== undefined) return compareVersions(order, a, b);
  return NUMBERS.test(a) && NUMBERS.test(b) ? compareVersions("semver", a, b) : undefined;
}
