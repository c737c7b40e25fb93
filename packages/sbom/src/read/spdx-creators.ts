import type { Contact, Organization, SbomDocument } from "../model.ts";
import type { Fields, UnreadFields } from "./fields.ts";
import { present } from "./present.ts";
import { readTime } from "./time.ts";

/** Tools as `name-version`, people and organisations as `Person: name (e-mail)`. */
export function readCreation(info: Fields | undefined, unread: UnreadFields) {
  const creators = info?.texts("creators") ?? [];
  const tools = creators.flatMap((text) => agentIn(text, "Tool") ?? []);
  const authors = creators.flatMap((text) => readPersonText(text) ?? []);
  const [manufacturer, ...others] = creators.flatMap((text) => readOrganizationText(text) ?? []);
  const made = manufacturer === undefined ? 0 : 1;
  const unknown = creators.length - tools.length - authors.length - others.length - made;
  const left = others.length + unknown;
  if (left > 0) unread.add("creationInfo.creators[]", left);
  return {
    tools: tools.map(({ whole }) => toolOf(whole)),
    authors,
    ...present({ created: info && readTime(info, "created"), manufacturer }),
  };
}

/** `Person: name (e-mail)` in its parts; `undefined` where it is of another kind or names nobody. */
function agentIn(text: string | undefined, kind: "Tool" | "Person" | "Organization") {
  if (!text?.startsWith(`${kind}:`)) return undefined;
  const whole = text.slice(kind.length + 1).trim();
  const open = whole.endsWith(")") ? whole.lastIndexOf("(") : -1;
  const name = open < 0 ? whole : whole.slice(0, open).trim();
  const email = open < 0 ? "" : whole.slice(open + 1, -1).trim();
  return name === "" ? undefined : { whole, name, email };
}

function readOrganizationText(text: string | undefined): Organization | undefined {
  const agent = agentIn(text, "Organization");
  const contacts = agent?.email ? [{ email: agent.email }] : [];
  return agent && { name: agent.name, urls: [], contacts };
}

function readPersonText(text: string | undefined): Contact | undefined {
  const agent = agentIn(text, "Person");
  return agent && { name: agent.name, ...(agent.email ? { email: agent.email } : {}) };
}

/** Who supplies or made a package; a person too, who is then its only contact. What is neither stays unread. */
export function readAgent(fields: Fields, key: string) {
  const text = fields.peek(key);
  if (typeof text !== "string") return {};
  const organization = readOrganizationText(text);
  const person = readPersonText(text);
  if (organization ?? person ?? /^NO(?:ASSERTION|NE)\b/.test(text)) fields.skip(key);
  return { organization, person };
}

/** A person in the place of an organisation. */
export function asOrganization(person: Contact | undefined): Organization | undefined {
  return person && { name: person.name ?? "", urls: [], contacts: [person] };
}

/** `syft-1.50.0` */
export function toolOf(
  text: string,
): SbomDocument["tools"][number] & { readonly version?: string } {
  const [, name, version] = /^(.+?)-(v?\d.*)$/s.exec(text) ?? [];
  return name === undefined ? { name: text } : { name, ...present({ version }) };
}
