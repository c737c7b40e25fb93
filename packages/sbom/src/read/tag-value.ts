import { UsageError } from "@assay/core";

type Fields = Record<string, unknown>;
type Owner = "document" | "creation" | "package" | "file" | "snippet" | "license" | "annotation";
type Shape = "text" | "list" | "switch" | "checksum" | "reference" | "document" | "relationship";

/** What each tag is called in JSON, by whom it is of. The first tag of a package, file, snippet, licence and annotation begins it. */
const TABLE: Readonly<Record<Owner, string>> = {
  document:
    "SPDXVersion=spdxVersion DataLicense=dataLicense DocumentName=name DocumentNamespace=documentNamespace DocumentComment=comment ExternalDocumentRef=externalDocumentRefs:document Relationship=relationships:relationship",
  creation:
    "Creator=creators:list Created=created CreatorComment=comment LicenseListVersion=licenseListVersion",
  package:
    "PackageName=name PackageVersion=versionInfo PackageFileName=packageFileName PackageSupplier=supplier PackageOriginator=originator PackageDownloadLocation=downloadLocation FilesAnalyzed=filesAnalyzed:switch PackageVerificationCode=packageVerificationCode PackageChecksum=checksums:checksum PackageHomePage=homepage PackageSourceInfo=sourceInfo PackageLicenseConcluded=licenseConcluded PackageLicenseInfoFromFiles=licenseInfoFromFiles:list PackageLicenseDeclared=licenseDeclared PackageLicenseComments=licenseComments PackageCopyrightText=copyrightText PackageSummary=summary PackageDescription=description PackageComment=comment ExternalRef=externalRefs:reference ExternalRefComment=externalRefComments:list PackageAttributionText=attributionTexts:list PrimaryPackagePurpose=primaryPackagePurpose ReleaseDate=releaseDate BuiltDate=builtDate ValidUntilDate=validUntilDate",
  file: "FileName=fileName FileType=fileTypes:list FileChecksum=checksums:checksum LicenseConcluded=licenseConcluded LicenseInfoInFile=licenseInfoInFiles:list LicenseComments=licenseComments FileCopyrightText=copyrightText FileComment=comment FileNotice=noticeText FileContributor=fileContributors:list FileAttributionText=attributionTexts:list",
  snippet: "SnippetSPDXID=SPDXID SnippetFromFileSPDXID=snippetFromFile",
  license:
    "LicenseID=licenseId ExtractedText=extractedText LicenseName=name LicenseCrossReference=seeAlsos:list LicenseComment=comment",
  annotation:
    "Annotator=annotator AnnotationDate=annotationDate AnnotationType=annotationType SPDXREF=spdxRef AnnotationComment=comment",
};

const TAGS = new Map(
  Object.entries(TABLE).flatMap(([owner, row]) =>
    row.split(" ").map((entry, index) => {
      const [tag = "", rest = ""] = entry.split("=");
      const [field = "", shape = "text"] = rest.split(":");
      const begins = index === 0 && owner !== "document" && owner !== "creation";
      return [tag, { owner: owner as Owner, field, shape: shape as Shape, begins }] as const;
    }),
  ),
);

const LISTS: Readonly<Partial<Record<Owner, string>>> = {
  package: "packages",
  file: "files",
  snippet: "snippets",
  license: "hasExtractedLicensingInfos",
  annotation: "annotations",
};

/**
 * SPDX 2 tag-value (https://spdx.github.io/spdx-spec/v2.3/) in the shape of SPDX JSON. A tag that is not known is a field of the
 * document under its own name.
 *
 * @throws UsageError where a line is no `Tag: value`, or a `<text>` has no end
 */
export function tagValueFields(
  path: string,
  text: string,
): { readonly value: Fields; readonly lines: ReadonlyMap<object, number> } {
  const lines = new Map<object, number>();
  const value: Fields = {};
  const current = new Map<Owner, Fields>([["document", value]]);
  /** Whatever an `SPDXID` without a prefix is of. */
  let element = value;
  for (const { tag, content, line } of entriesOf(path, text)) {
    if (tag === "SPDXID") {
      put(element, "SPDXID", "text", content, line);
      continue;
    }
    const known = TAGS.get(tag);
    const { owner, field, shape, begins } = known ?? {
      owner: "document",
      field: tag,
      shape: "list",
      begins: false,
    };
    if (begins) {
      const made: Fields = {};
      lines.set(made, line);
      current.set(owner, made);
      append(value, LISTS[owner] ?? "", made);
      if (owner === "package" || owner === "file") element = made;
      // A file stands below its package (section 8).
      const whole = owner === "file" ? current.get("package") : undefined;
      if (whole !== undefined) append(whole, "hasFiles", made);
    }
    if (owner === "creation" && !current.has(owner)) {
      const made: Fields = {};
      lines.set(made, line);
      current.set(owner, made);
      value["creationInfo"] = made;
    }
    const target = current.get(owner);
    if (target === undefined) {
      throw new UsageError(
        `${path} has \`${tag}\` in line ${line} before anything that it could be of`,
        {
          hint: `It stands below the ${owner} that it belongs to.`,
        },
      );
    }
    put(target, field, shape, content, line);
  }
  for (const each of packagesOf(value)) {
    const files = each["hasFiles"];
    if (Array.isArray(files)) each["hasFiles"] = files.map((file: Fields) => file["SPDXID"]);
  }
  return { value, lines };

  function put(target: Fields, field: string, shape: Shape, content: string, line: number): void {
    const made = shaped(shape, content);
    if (typeof made === "object" && made !== null) lines.set(made, line);
    if (shape === "text" || shape === "switch") {
      if (Object.hasOwn(target, field)) append(target, `${field} (a second time)`, content);
      else target[field] = made;
    } else append(target, field, made);
  }
}

function packagesOf(value: Fields): readonly Fields[] {
  return (value["packages"] as Fields[] | undefined) ?? [];
}

function append(target: Fields, field: string, item: unknown): void {
  const list = Object.hasOwn(target, field) ? target[field] : undefined;
  if (Array.isArray(list)) list.push(item);
  else Object.defineProperty(target, field, { value: [item], enumerable: true, writable: true });
}

function shaped(shape: Shape, content: string): unknown {
  const words = content.split(/\s+/);
  const [first, second, third] = words;
  switch (shape) {
    case "switch":
      return /^(?:true|false)$/.test(content) ? content === "true" : content;
    case "checksum": {
      const [, algorithm = content, checksumValue = ""] = /^([^:]*):\s*(.*)$/s.exec(content) ?? [];
      return { algorithm, checksumValue };
    }
    case "reference":
      return {
        referenceCategory: first,
        referenceType: second,
        referenceLocator: words.slice(2).join(" "),
      };
    case "relationship":
      return {
        spdxElementId: first,
        relationshipType: second,
        relatedSpdxElement: third && words.slice(2).join(" "),
      };
    case "document":
      return {
        externalDocumentId: first,
        spdxDocument: second,
        checksum: shaped("checksum", words.slice(2).join(" ")),
      };
    default:
      return content;
  }
}

/** Every tag with its value, which may go over several lines between `<text>` and `</text>`. */
function* entriesOf(path: string, text: string) {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    let end = newline < 0 ? text.length : newline;
    const row = text.slice(at, end).trimEnd();
    const start = line;
    const [, tag, first = ""] = /^\s*([A-Za-z]\w*)\s*:\s*(.*)$/.exec(row) ?? [];
    if (tag !== undefined) {
      let content = first;
      if (first.startsWith("<text>")) {
        const open = text.indexOf("<text>", at) + "<text>".length;
        const close = text.indexOf("</text>", open);
        if (close < 0) {
          throw new UsageError(`${path} has a <text> in line ${start} that does not end`, {
            hint: "Close it with </text>.",
          });
        }
        content = text.slice(open, close).replaceAll("\r\n", "\n");
        for (
          let next = text.indexOf("\n", at);
          next >= 0 && next < close;
          next = text.indexOf("\n", next + 1)
        )
          line++;
        const after = text.indexOf("\n", close);
        end = after < 0 ? text.length : after;
        if (text.slice(close + "</text>".length, end).trim() !== "") {
          throw new UsageError(`${path} has more behind a </text> in line ${line}`, {
            hint: "A value in <text> is the whole value of its tag.",
          });
        }
      }
      yield { tag, content, line: start };
    } else if (row.trim() !== "" && !/^\s*#/.test(row)) {
      throw new UsageError(
        `${path} is no SPDX tag-value: line ${line} is ${JSON.stringify(row.slice(0, 100))}`,
        {
          hint: "Each line is `Tag: value`, a comment that begins with `#`, or empty.",
        },
      );
    }
    at = end + 1;
    line++;
  }
}
