/**
 * Groups of packages whose archives hold no POM, for they are built by other tools than Maven: by the name of the artifact, and by a folder that
 * is in the archive. Those of Maven Central, where a group is one owner's.
 */
const GROUPS: readonly (readonly [artifact: RegExp, folder: string, group: string])[] = [
  [/^spring-boot(?:-|$)/, "org/springframework/boot/", "org.springframework.boot"],
  [
    /^spring-(?:aop|aspects|beans|context(?:-support|-indexer)?|core|expression|instrument|jcl|jdbc|jms|messaging|orm|oxm|r2dbc|test|tx|web|webflux|webmvc|websocket)$/,
    "org/",
    "org.springframework",
  ],
  ...["batch", "cloud", "data", "integration", "kafka", "security", "session"].map(
    (part) =>
      [
        new RegExp(`^spring-${part}(?:-|$)`),
        `org/springframework/${part}/`,
        `org.springframework.${part}`,
      ] as const,
  ),
  [/^tomcat-embed-/, "org/apache/", "org.apache.tomcat.embed"],
  [/^tomcat-/, "org/apache/", "org.apache.tomcat"],
  [/^armeria(?:-|$)/, "com/linecorp/armeria/", "com.linecorp.armeria"],
  [/^bc(?:prov|pkix|util|mail|pg|tls)-/, "org/bouncycastle/", "org.bouncycastle"],
  [/^brave(?:-|$)/, "brave/", "io.zipkin.brave"],
  [/^checker-qual$/, "org/checkerframework/", "org.checkerframework"],
  [/^elasticsearch(?:-|$)/, "org/elasticsearch/", "org.elasticsearch"],
  [/^grpc-/, "io/grpc/", "io.grpc"],
  [/^h2$/, "org/h2/", "com.h2database"],
  [/^javax\.inject$/, "javax/inject/", "javax.inject"],
  [/^kafka(?:-clients|-streams|_)/, "org/apache/kafka/", "org.apache.kafka"],
  [/^kotlin-(?:stdlib|reflect)/, "kotlin/", "org.jetbrains.kotlin"],
  [/^kotlinx-(?:coroutines|serialization)-/, "kotlinx/", "org.jetbrains.kotlinx"],
  [/^lombok$/, "lombok/", "org.projectlombok"],
  [/^lucene-/, "org/apache/lucene/", "org.apache.lucene"],
  [/^micrometer-/, "io/micrometer/", "io.micrometer"],
  [/^(?:okhttp|logging-interceptor)(?:-|$)/, "okhttp3/", "com.squareup.okhttp3"],
  [/^okio(?:-|$)/, "okio/", "com.squareup.okio"],
  [/^opentelemetry-/, "io/opentelemetry/", "io.opentelemetry"],
  [/^reactive-streams$/, "org/reactivestreams/", "org.reactivestreams"],
  [/^reactor-netty(?:-|$)/, "reactor/netty/", "io.projectreactor.netty"],
  [/^reactor-core$/, "reactor/core/", "io.projectreactor"],
  [/^retrofit$/, "retrofit2/", "com.squareup.retrofit2"],
  [/^rxjava$/, "io/reactivex/rxjava3/", "io.reactivex.rxjava3"],
];

/** What the group of an artifact is where a folder is in its archive. */
export function possibleGroups(artifact: string) {
  return GROUPS.filter(([pattern]) => pattern.test(artifact)).map(([, folder, group]) => ({
    folder,
    group,
  }));
}
