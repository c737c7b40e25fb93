import type { XmlElement } from "../../xml/read.ts";
import { isForJdk } from "./jdk.ts";
import { child, type PomProfile, textOf } from "./pom.ts";

/** What a project says beside its POMs of every run of Maven: `.mvn/maven.config`. */
export interface MavenSettings {
  /** `-D`: they win over what a POM says. */
  readonly properties: ReadonlyMap<string, string>;
  /** `-P`. */
  readonly profiles: { readonly on: ReadonlySet<string>; readonly off: ReadonlySet<string> };
  /** The version of Java that is used; profiles that ask for one are conditional where it is not given. */
  readonly jdk?: string | undefined;
}

/** A profile that is active in some places only, and where. */
export interface ConditionalProfile {
  readonly profile: PomProfile;
  readonly condition: string;
}

export interface ActiveProfiles {
  readonly active: readonly PomProfile[];
  readonly conditional: readonly ConditionalProfile[];
}

/** Properties of the machine: nobody but Maven, where it runs, knows them. */
const OF_THE_MACHINE = /^(?:env|java|os|user|file|sun|maven)\./;

/**
 * Which profiles of one POM are active (https://maven.apache.org/guides/introduction/introduction-to-profiles.html): every trigger must
 * hold; `activeByDefault` counts where no other profile of the POM is active. A property is unset where `maven.config` does not set it.
 * JDK, operating system and what else only the machine knows make a profile conditional.
 *
 * @param hasFile says `undefined` where nobody can say; a POM of a repository has no files beside it
 */
export function activeProfiles(
  profiles: readonly PomProfile[],
  settings: MavenSettings,
  hasFile: ((path: string) => boolean | undefined) | undefined,
): ActiveProfiles {
  const { on, off } = settings.profiles;
  const active: PomProfile[] = [];
  const conditional: ConditionalProfile[] = [];
  const byDefault: PomProfile[] = [];
  for (const profile of profiles) {
    const { id, activation } = profile;
    if (off.has(id)) continue;
    const triggers = activation === undefined ? [] : triggersOf(activation, settings, hasFile);
    const isOn =
      on.has(id) || (triggers.length > 0 && triggers.every(({ holds }) => holds === true));
    if (isOn) active.push(profile);
    else if (textOf(activation, "activeByDefault") === "true") byDefault.push(profile);
    else if (triggers.length > 0 && triggers.every(({ holds }) => holds !== false)) {
      const open = triggers.filter(({ holds }) => holds === undefined);
      const condition = `profile ${id}: ${open.map(({ text }) => text).join(" and ")}`;
      conditional.push({ profile, condition });
    }
  }
  return { active: active.length > 0 ? active : byDefault, conditional };
}

interface Trigger {
  readonly text: string;
  /** `undefined` where nobody can say. */
  readonly holds: boolean | undefined;
}

function triggersOf(
  activation: XmlElement,
  settings: MavenSettings,
  hasFile: ((path: string) => boolean | undefined) | undefined,
): readonly Trigger[] {
  const triggers: Trigger[] = [];
  const property = child(activation, "property");
  if (property !== undefined) {
    const wanted = textOf(property, "value");
    const text = textOf(property, "name") ?? "";
    const name = text.replace(/^!/, "");
    const value = settings.properties.get(name);
    triggers.push({
      text: wanted === undefined ? text : `${text}=${wanted}`,
      holds:
        value === undefined && OF_THE_MACHINE.test(name)
          ? undefined
          : wanted === undefined
            ? ((value ?? "") !== "") !== text.startsWith("!")
            : (wanted.replace(/^!/, "") === value) !== wanted.startsWith("!"),
    });
  }
  const file = child(activation, "file");
  const exists = textOf(file, "exists");
  const path = exists ?? textOf(file, "missing");
  if (path !== undefined) {
    const found = hasFile?.(path);
    const isHere = found === undefined ? undefined : found === (exists !== undefined);
    const holds = hasFile === undefined ? false : isHere;
    triggers.push({ text: exists === undefined ? `no file ${path}` : `file ${path}`, holds });
  }
  const jdk = textOf(activation, "jdk");
  if (jdk !== undefined)
    triggers.push({
      text: `jdk ${jdk}`,
      holds: settings.jdk === undefined ? undefined : isForJdk(jdk, settings.jdk),
    });
  for (const name of ["os", "packaging", "condition"]) {
    const element = child(activation, name);
    if (element === undefined) continue;
    const values = [element, ...element.children].map(({ text }) => text.trim());
    triggers.push({
      text: [name, ...values.filter((each) => each !== "")].join(" "),
      holds: undefined,
    });
  }
  return triggers;
}
