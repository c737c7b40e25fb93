/** Whether npm could ever have installed it: `name` or `@scope/name`, without spaces, control characters or `..`. */
export function isPackageName(name: string): boolean {
  return (
    name.length <= 512 && /^(?:@[^/\\\s\p{Cc}]+\/)?[^@./\\\s\p{Cc}][^/\\\s\p{Cc}]*$/u.test(name)
  );
}

/** `name@rest` in its parts: the first `@` behind the first character divides. `undefined` where there is none. */
export function splitAtVersion(
  text: string,
): { readonly name: string; readonly rest: string } | undefined {
  const at = text.indexOf("@", 1);
  return at < 0 ? undefined : { name: text.slice(0, at), rest: text.slice(at + 1) };
}
