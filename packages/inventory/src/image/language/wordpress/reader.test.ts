import { expect, test } from "vitest";
import { one, readWith, said } from "../../test/read.ts";
import { wordpress } from "./reader.ts";

test("WordPress, plugins in a folder or a file, and themes", async () => {
  const at = "var/www/html/wp-content";
  const reading = await readWith(wordpress, {
    files: {
      "var/www/html/wp-includes/version.php":
        "<?php\n$wp_version = '6.4.3';\n$wp_db_version = 1;\n",
      [`${at}/plugins/akismet/akismet.php`]:
        "<?php\n/**\n * Plugin Name: Akismet\n * Version: 5.3\n * License: GPLv2 or later\n */\n",
      [`${at}/plugins/akismet/class.php`]: "<?php\n/* Version: 9 */\n",
      [`${at}/plugins/hello.php`]: "<?php\n/*\nPlugin Name: Hello Dolly\nVersion: 1.7.2 */\n",
      [`${at}/mu-plugins/loader.php`]: "<?php /* Plugin Name: Loader */",
      [`${at}/plugins/far/away/deep.php`]: "<?php /* Plugin Name: Far */",
      [`${at}/plugins/late/late.php`]: `${" ".repeat(9000)}Plugin Name: Late`,
      [`${at}/themes/twentyten/style.css`]: "/*\nTheme Name: Twenty Ten\nVersion: 4.0\n*/\n",
    },
  });
  expect(said(reading)).toEqual([
    "pkg:generic/wordpress-plugin/loader",
    "pkg:generic/wordpress-plugin/akismet@5.3",
    "pkg:generic/wordpress-plugin/hello@1.7.2",
    "pkg:generic/wordpress-theme/twentyten@4.0",
    "pkg:generic/wordpress@6.4.3",
  ]);
  expect(one(reading, "akismet").declaredLicense).toBe("GPLv2 or later");
});
