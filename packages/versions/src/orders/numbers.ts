import { numbersKey } from "../key.ts";

/** https://cran.r-project.org/doc/manuals/R-exts.html: numbers between `.` and `-`; of two that begin alike the longer is later. */
export function cranKey(text: string): string | undefined {
  return /^\d+(?:[.-]\d+)*$/.test(text) ? numbersKey(text.replaceAll("-", ".")) : undefined;
}

/** https://pvp.haskell.org: numbers only; of two that begin alike the longer is later. */
export function hackageKey(text: string): string | undefined {
  return /^\d+(?:\.\d+)*$/.test(text) ? numbersKey(text) : undefined;
}
