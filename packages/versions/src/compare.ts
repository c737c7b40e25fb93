import type { KeyReader } from "./key.ts";
import { apkKey } from "./orders/apk.ts";
import { dpkgKey } from "./orders/dpkg.ts";
import { mavenKey } from "./orders/maven.ts";
import { nugetKey } from "./orders/nuget.ts";
import { cranKey, hackageKey } from "./orders/numbers.ts";
import { packagistKey } from "./orders/packagist.ts";
import { compareKeys, pep440Key } from "./orders/pep440.ts";
import { rpmKey } from "./orders/rpm.ts";
import { rubygemsKey } from "./orders/rubygems.ts";
import { pubKey, semverKey } from "./orders/semver.ts";
import { type OrderName, orderOfType } from "./orders.ts";

const READERS: Readonly<Record<OrderName, KeyReader>> = {
  semver: semverKey,
  pub: pubKey,
  pep440: pep440Key,
  maven: mavenKey,
  nuget: nugetKey,
  rubygems: rubygemsKey,
  packagist: packagistKey,
  cran: cranKey,
  hackage: hackageKey,
  dpkg: dpkgKey,
  apk: apkKey,
  rpm: rpmKey,
};

/** Longer texts are no versions: a key counts digits and zeros in one code unit. */
const LONGEST = 30_000;
/** Keys are kept, since an advisory's versions are compared with many: so many per order, of texts so long. */
const [MOST_KEPT, LONGEST_KEPT] = [20_000, 200];
const kept = new Map<OrderName, Map<string, string | undefined>>();

/** The key of a version in an order; `undefined` where the text is no version of it. */
function keyOf(order: OrderName, text: string): string | undefined {
  if (text.length > LONGEST_KEPT) return text.length > LONGEST ? undefined : readKey(order, text);
  let known = kept.get(order);
  if (known === undefined || known.size >= MOST_KEPT) {
    known = new Map();
    kept.set(order, known);
  }
  let key = known.get(text);
  if (key === undefined && !known.has(text)) {
    key = readKey(order, text);
    known.set(text, key);
  }
  return key;
}

/** In no order a version is empty or has white space or control characters in it. */
function readKey(order: OrderName, text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" || /[\s\p{Cc}]/u.test(trimmed) ? undefined : READERS[order](trimmed);
}

/**
 * Which of two versions comes first in an order: negative, zero or positive; `undefined` where one of them is no version of it.
 */
export function compareVersions(order: OrderName, a: string, b: string): number | undefined {
  const one = keyOf(order, a);
  const other = one === undefined ? undefined : keyOf(order, b);
  return one === undefined || other === undefined ? undefined : compareKeys(one, other);
}

/** Whether a text is a version of an order: whether it can be compared. */
export function isVersion(order: OrderName, text: string): boolean {
  return keyOf(order, text) !== undefined;
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
