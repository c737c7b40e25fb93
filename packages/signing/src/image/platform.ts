/** Each platform in one way only: `linux/arm64/v8` is `linux/arm64`, and `linux/arm` is `linux/arm/v7` (containerd/platforms). */
export function normalPlatform(text: string): string {
  const [os = "", architecture = "", variant = ""] = text.toLowerCase().trim().split("/");
  const machine = { aarch64: "arm64", x86_64: "amd64" }[architecture] ?? architecture;
  const kind = machine === "arm" && variant === "" ? "v7" : variant;
  const isUsual = (machine === "arm64" && kind === "v8") || (machine === "amd64" && kind === "v1");
  return [os, machine, ...(kind === "" || isUsual ? [] : [kind])].join("/");
}
