import { licenseStatement } from "../licenses.ts";
import type { StatedLicense } from "../model.ts";
import type { Fields } from "./fields.ts";
import { present } from "./present.ts";

/** `licenses` of a component or of the document: ids, names and expressions. */
export function readLicenses(fields: Fields): readonly StatedLicense[] {
  return fields.all("licenses").flatMap((each) => {
    const license = each.one("license");
    const expression = license === undefined ? each.text("expression") : undefined;
    const given = license ?? each;
    given.skip("bom-ref");
    const acknowledgement = given.text("acknowledgement");
    const statement = license === undefined ? expressionOf(expression) : idOrName(license);
    if (statement === undefined) return [];
    const stated = acknowledgement === "declared" || acknowledgement === "concluded";
    return [
      {
        statement,
        ...present({
          acknowledgement: stated ? acknowledgement : undefined,
          text: license && readText(license),
          url: license?.text("url") || undefined,
        }),
      },
    ];
  });
}

function idOrName(license: Fields): StatedLicense["statement"] | undefined {
  const id = license.text("id");
  if (id) return { kind: "id", id };
  const name = license.text("name");
  return name ? { kind: "name", name } : undefined;
}

function expressionOf(text: string | undefined): StatedLicense["statement"] | undefined {
  return text === undefined ? undefined : licenseStatement(text);
}

/** The text of a licence, which may stand there in base64. */
function readText(license: Fields): string | undefined {
  const text = license.one("text");
  if (text === undefined) return undefined;
  text.skip("contentType");
  const content = text.text("content");
  if (content === undefined || text.text("encoding") !== "base64") return content;
  return Buffer.from(content, "base64").toString("utf8");
}
