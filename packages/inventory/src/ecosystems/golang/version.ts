const VERSION = /^v(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** Whether a version is written as `go.mod` has it: `v1.2.3`, pseudo-versions and `+incompatible` among them. */
export function isGoVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * By https://go.dev/ref/mod#versions: as semantic versions are, so a pseudo-version comes before the release that it leads to. Negative
 * where `a` is lower; what is no version is lower than all that are.
 */
export function compareGoVersions(a: string, b: string): number {
  const [one, other] = [VERSION.exec(a), VERSION.exec(b)];
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  for (const index of [1, 2, 3]) {
    const difference = compareNumbers(one[index] ?? "0", other[index] ?? "0");
    if (difference !== 0) return difference;
  }
  return comparePreReleases(one[4], other[4]);
}

/** Of any length: a version may have more digits than a number holds. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
  return one.length - other.length || compareText(one, other);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function comparePreReleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [one, other] = [a.split("."), b.split(".")];
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const [left = "", right = ""] = [one[index], other[index]];
    const [isNumber, isOther] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    const difference =
      isNumber && isOther
        ? compareNumbers(left, right)
        : isNumber === isOther
          ? compareText(left, right)
          : Number(isOther) - Number(isNumber);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
