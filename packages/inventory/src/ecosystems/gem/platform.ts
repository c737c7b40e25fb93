/**
 * Which variants of a gem one that is built for `platform` may get: its own, as Bundler prefers it; else those that may run on the same
 * machines, and the one for every platform.
 */
export function variantsFor<T extends { readonly platform: string | undefined }>(
  platform: string | undefined,
  variants: readonly T[],
): readonly T[] {
  // The one for every platform runs wherever no variant fits, so that nothing is known of the machine.
  if (platform === undefined) return variants;
  const own = variants.filter((each) => each.platform === platform);
  if (own.length > 0) return own;
  return variants.filter((each) => each.platform === undefined || mayMeet(each.platform, platform));
}

/** Whether one machine may be both. https://github.com/ruby/rubygems/blob/master/lib/rubygems/platform.rb */
function mayMeet(a: string, b: string): boolean {
  const [one, other] = [parts(a), parts(b)];
  return (
    one.system === other.system &&
    (one.cpu === other.cpu || one.cpu === "universal" || other.cpu === "universal") &&
    (one.detail === "" || other.detail === "" || one.detail === other.detail)
  );
}

function parts(platform: string) {
  const [first = "", second, ...rest] = platform.split("-");
  // Of one word: `java`.
  if (second === undefined) return { cpu: "universal", system: first, detail: "" };
  const system = /^[a-z]+/i.exec(second)?.[0] ?? second;
  return { cpu: first, system, detail: [second.slice(system.length), ...rest].join("") };
}
