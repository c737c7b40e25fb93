import type { ProjectFiles } from "./projects.ts";

const dependency = (coordinates: string, more = "") => {
  const [group, artifact, version] = coordinates.split(":");
  const named = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId>`;
  return `<dependency>${named}${version === undefined ? "" : `<version>${version}</version>`}${more}</dependency>`;
};
const dependencies = (...all: readonly string[]) =>
  `<dependencies>${all.join("\n")}</dependencies>`;
const managed = (...all: readonly string[]) =>
  `<dependencyManagement>${dependencies(...all)}</dependencyManagement>`;
const exclusions = (...all: readonly string[]) =>
  `<exclusions>${all.map((each) => dependency(each).replaceAll("dependency>", "exclusion>")).join("")}</exclusions>`;
const modules = (...all: readonly string[]) =>
  `<packaging>pom</packaging><modules>${all.map((each) => `<module>${each}</module>`).join("")}</modules>`;
const pom = (artifact: string, ...content: readonly string[]) =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId><artifactId>${artifact}</artifactId><version>1.0</version>${content.join("\n")}</project>`;
const child = (artifact: string, parent: string, ...content: readonly string[]) =>
  `<project><modelVersion>4.0.0</modelVersion><parent><groupId>com.acme</groupId><artifactId>${parent}</artifactId><version>1.0</version></parent><artifactId>${artifact}</artifactId>${content.join("\n")}</project>`;
const scope = (name: string) => `<scope>${name}</scope>`;
const OPTIONAL = "<optional>true</optional>";
const BOM = "<type>pom</type><scope>import</scope>";

/** Small projects with packages of Maven Central. */
export const MAVEN: Readonly<Record<string, ProjectFiles>> = {
  "nearest wins, and what is asked for directly": {
    "pom.xml": pom(
      "app",
      dependencies(
        dependency("org.apache.httpcomponents:httpclient:4.5.13"),
        dependency("commons-codec:commons-codec:1.10", scope("test")),
        dependency("commons-beanutils:commons-beanutils:1.9.4"),
        dependency("org.apache.commons:commons-configuration2:2.8.0", OPTIONAL),
        dependency("commons-logging:commons-logging:1.1", scope("runtime")),
      ),
    ),
  },
  "scopes that meet": {
    "pom.xml": pom(
      "app",
      dependencies(
        dependency("junit:junit:4.13.2", scope("test")),
        dependency("org.hibernate:hibernate-core:5.6.15.Final", scope("provided")),
        dependency("ch.qos.logback:logback-classic:1.2.11", scope("runtime")),
        dependency("com.zaxxer:HikariCP:4.0.3"),
        dependency("org.mockito:mockito-core:4.11.0", scope("test")),
      ),
    ),
  },
  "management of versions, scopes and exclusions": {
    "pom.xml": pom(
      "app",
      managed(
        dependency("commons-codec:commons-codec:1.15", scope("runtime")),
        dependency("commons-logging:commons-logging:1.2", scope("test")),
        dependency(
          "org.apache.httpcomponents:httpclient:4.5.14",
          exclusions("commons-codec:commons-codec"),
        ),
        dependency(
          "com.google.guava:guava:31.1-jre",
          exclusions("com.google.code.findbugs:jsr305"),
        ),
        dependency("org.checkerframework:checker-qual:3.5.0"),
      ),
      dependencies(
        dependency("org.apache.httpcomponents:httpclient"),
        dependency("org.apache.httpcomponents:httpmime:4.5.13"),
        dependency("com.google.guava:guava", exclusions("com.google.j2objc:*")),
        dependency("com.google.inject:guice:5.1.0", exclusions("*:aopalliance")),
      ),
    ),
  },
  "BOMs: the first wins, the POM's own before": {
    "pom.xml": pom("app", modules("bom", "a")),
    "bom/pom.xml": pom(
      "bom",
      "<packaging>pom</packaging>",
      "<properties><jackson>2.14.1</jackson></properties>",
      managed(
        dependency("com.fasterxml.jackson.core:jackson-core:${jackson}"),
        dependency("com.fasterxml.jackson:jackson-bom:2.13.5", BOM),
      ),
    ),
    "a/pom.xml": pom(
      "a",
      "<properties><jackson>2.12.0</jackson></properties>",
      managed(
        dependency("com.fasterxml.jackson.core:jackson-annotations:2.15.0"),
        dependency("com.acme:bom:1.0", BOM),
        dependency("com.fasterxml.jackson:jackson-bom:2.15.2", BOM),
      ),
      dependencies(
        dependency("com.fasterxml.jackson.core:jackson-databind"),
        dependency("com.fasterxml.jackson.datatype:jackson-datatype-jsr310"),
      ),
    ),
  },
  "a reactor: profiles, properties, and modules that ask for each other": {
    ".mvn/maven.config": "-Pextra\n-Dgson=2.10.1\n",
    "pom.xml": pom(
      "root",
      modules("a", "b", "c"),
      "<properties><gson>2.8.9</gson><guava>30.1-jre</guava></properties>",
      managed(
        dependency("commons-io:commons-io:2.11.0"),
        dependency("com.acme:a:${project.version}"),
      ),
      "<profiles><profile><id>default</id><activation><activeByDefault>true</activeByDefault></activation>",
      `${dependencies(dependency("org.slf4j:slf4j-api:2.0.9"))}</profile>`,
      "<profile><id>extra</id><properties><guava>31.1-jre</guava></properties></profile>",
      "<profile><id>new</id><activation><jdk>[11,)</jdk></activation>",
      `${dependencies(dependency("jakarta.annotation:jakarta.annotation-api:2.1.1"))}</profile></profiles>`,
    ),
    "a/pom.xml": child(
      "a",
      "root",
      dependencies(
        dependency("com.google.guava:guava:${guava}", exclusions("*:*")),
        dependency("commons-fileupload:commons-fileupload:1.4"),
        dependency("com.google.code.gson:gson:${gson}", OPTIONAL),
        dependency("junit:junit:4.13.2", scope("test")),
      ),
    ),
    "b/pom.xml": child(
      "b",
      "root",
      dependencies(
        dependency("com.acme:a"),
        dependency("com.acme:a:1.0", "<type>test-jar</type><scope>test</scope>"),
        dependency("org.hamcrest:hamcrest-core:1.1", OPTIONAL),
      ),
    ),
    "c/pom.xml": child(
      "c",
      "root",
      managed(dependency("commons-io:commons-io:2.6")),
      dependencies(dependency("com.acme:b:1.0", scope("runtime"))),
    ),
  },
  "packages that have moved, classifiers, and one version as a range": {
    "pom.xml": pom(
      "app",
      dependencies(
        dependency("mysql:mysql-connector-java:8.0.33"),
        dependency(
          "io.netty:netty-transport-native-epoll:4.1.100.Final",
          "<classifier>linux-x86_64</classifier>",
        ),
        dependency("org.apache.commons:commons-lang3:[3.12.0]"),
        dependency("org.apache.commons:commons-text:1.10.0"),
      ),
    ),
  },
};
