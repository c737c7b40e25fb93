export {
  entryAt,
  type ScalarStyle,
  type Span,
  textOf,
  valueAt,
  type YamlAlias,
  type YamlComment,
  type YamlDocument,
  type YamlEntry,
  type YamlLimits,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlProblem,
  type YamlScalar,
} from "./nodes.ts";
export { readYaml } from "./read.ts";
export { readYamlValues, type YamlValue, type YamlValueMap, type YamlValues } from "./values.ts";
