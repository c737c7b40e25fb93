import type { Span } from "./range.ts";

/**
 * The versions that a tag of GitHub Actions may stand for: `v4` for 4.0.0 up to the first pre-release of 5.0.0, `v4.1` alike. Such tags
 * are moved with every release. Of a whole version only itself.
 */
export function floatingSpan(tag: string): Span {
  const [, major, minor] = /^v?(\d{1,9})(?:\.(\d{1,9}))?$/i.exec(tag) ?? [];
  if (major === undefined) return { from: tag };
  const next =
    minor === undefined ? `${Number(major) + 1}.0.0-0` : `${major}.${Number(minor) + 1}.0-0`;
  return { from: tag, to: next };
}
