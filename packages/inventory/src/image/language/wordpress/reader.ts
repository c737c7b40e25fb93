import { purlOf } from "../../purl.ts";
import type { ImageReader } from "../../reader.ts";
import { baseName, componentOf, isNamed } from "../record.ts";

/** As much as WordPress itself looks at. */
const MAX_HEADER = 8192;

interface WordPressRecord {
  readonly kind: "core" | "plugin" | "theme";
  readonly slug: string;
  readonly version: string | undefined;
  readonly license: string | undefined;
}

const CORE = /(?:^|\/)wp-includes\/version\.php$/;
const PLUGIN = /(?:^|\/)wp-content\/(?:mu-)?plugins\/(?:([^/]+)\/)?([^/]+)\.php$/;
const THEME = /(?:^|\/)wp-content\/themes\/([^/]+)\/style\.css$/;

/** WordPress with its plugins and themes, by the comments that it reads itself: https://developer.wordpress.org/plugins/plugin-basics/header-requirements/ */
export const wordpress: ImageReader<WordPressRecord> = {
  id: "wordpress",
  wants: ({ path }) =>
    path.includes("wp-") && (CORE.test(path) || PLUGIN.test(path) || THEME.test(path)),
  extract: async ({ path, content }) => {
    const text = new TextDecoder().decode(await content.read(0, MAX_HEADER));
    const field = (name: string) => {
      const value = new RegExp(
        `^(?:[ \\t]*<\\?php)?[ \\t/*#@]*${name}:([^\\r\\n]{0,200})`,
        "im",
      ).exec(text)?.[1];
      return value?.replace(/\s*(?:\*\/|\?>).*/, "").trim() || undefined;
    };
    const named = (version: string | undefined) =>
      version !== undefined && isNamed(version, undefined) ? version : undefined;
    const license = field("License");
    if (CORE.test(path)) {
      const version = named(/^\$wp_version\s*=\s*'([^']+)'/m.exec(text)?.[1]);
      return version === undefined
        ? undefined
        : { kind: "core", slug: "wordpress", version, license };
    }
    const theme = THEME.exec(path)?.[1];
    if (field(theme === undefined ? "Plugin Name" : "Theme Name") === undefined) return undefined;
    const [, folder, file = ""] = PLUGIN.exec(path) ?? [];
    const slug = theme ?? folder ?? file;
    if (!isNamed(slug, undefined)) return undefined;
    const kind = theme === undefined ? "plugin" : "theme";
    return { kind, slug, version: named(field("Version")), license };
  },
  assemble: async (facts) => ({
    components: facts.map(({ fact: { kind, slug, version, license }, ...place }) =>
      componentOf(place, {
        key: baseName(place.path),
        name: slug,
        version,
        ecosystem: "generic",
        kind: kind === "core" ? "application" : "library",
        // No type of purls is registered for them.
        purl: purlOf({
          type: "generic",
          namespace: kind === "core" ? undefined : `wordpress-${kind}`,
          name: slug,
          version,
        }),
        declaredLicense: license,
      }),
    ),
  }),
};
