/**
 * Whether a `flake.nix` has inputs: those that it declares, or those that its outputs take by name. A program in Nix's language says so,
 * and only its usual form is looked at.
 */
export function flakeAsks(text: string): boolean {
  const code = withoutComments(text);
  if (/(?:^|[\s{;])inputs\s*(?:=\s*(?:rec\s*)?\{\s*[^\s}]|\.)/.test(code)) return true;
  const head = /(?:^|[\s{;])outputs\s*=\s*(?:[\w-]+\s*@\s*)?\{/.exec(code);
  if (head === null) return false;
  const start = head.index + head[0].length;
  const named = code.slice(start, Math.max(code.indexOf("}", start), start));
  return named
    .split(",")
    .map((each) => each.trim())
    .some((each) => each !== "" && each !== "..." && each !== "self");
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf("/*"); open >= 0; open = text.indexOf("/*", at)) {
    parts.push(text.slice(at, open));
    const close = text.indexOf("*/", open + 2);
    at = close < 0 ? text.length : close + 2;
  }
  return [...parts, text.slice(at)].join(" ").replace(/(^|\s)#.*$/gm, "$1");
}
