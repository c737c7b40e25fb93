import "./rolldown-runtime.js";

// packages/sbom/src/validate/schemas/bom-1.4.json
var type = "object";
var required = ["bomFormat", "specVersion"];
var additionalProperties = false;
var properties = {
	"$schema": { "type": "string" },
	"bomFormat": {
		"type": "string",
		"enum": ["CycloneDX"]
	},
	"specVersion": { "type": "string" },
	"serialNumber": {
		"type": "string",
		"pattern": "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
	},
	"version": { "type": "integer" },
	"metadata": { "$ref": "#/definitions/metadata" },
	"components": {
		"type": "array",
		"additionalItems": false,
		"items": { "$ref": "#/definitions/component" },
		"uniqueItems": true
	},
	"services": {
		"type": "array",
		"additionalItems": false,
		"items": { "$ref": "#/definitions/service" },
		"uniqueItems": true
	},
	"externalReferences": {
		"type": "array",
		"additionalItems": false,
		"items": { "$ref": "#/definitions/externalReference" }
	},
	"dependencies": {
		"type": "array",
		"additionalItems": false,
		"items": { "$ref": "#/definitions/dependency" },
		"uniqueItems": true
	},
	"compositions": {
		"type": "array",
		"additionalItems": false,
		"items": { "$ref": "#/definitions/compositions" },
		"uniqueItems": true
	},
	"vulnerabilities": {
		"type": "array",
		"additionalItems": false,
		"items": { "$ref": "#/definitions/vulnerability" },
		"uniqueItems": true
	},
	"signature": { "$ref": "#/definitions/signature" }
};
var definitions = {
	"refType": { "type": "string" },
	"metadata": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"timestamp": {
				"type": "string",
				"format": "date-time"
			},
			"tools": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/tool" }
			},
			"authors": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/organizationalContact" }
			},
			"component": { "$ref": "#/definitions/component" },
			"manufacture": { "$ref": "#/definitions/organizationalEntity" },
			"supplier": { "$ref": "#/definitions/organizationalEntity" },
			"licenses": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"properties": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/property" }
			}
		}
	},
	"tool": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"vendor": { "type": "string" },
			"name": { "type": "string" },
			"version": { "type": "string" },
			"hashes": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/hash" }
			},
			"externalReferences": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/externalReference" }
			}
		}
	},
	"organizationalEntity": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"name": { "type": "string" },
			"url": {
				"type": "array",
				"items": {
					"type": "string",
					"format": "iri-reference"
				}
			},
			"contact": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/organizationalContact" }
			}
		}
	},
	"organizationalContact": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"name": { "type": "string" },
			"email": {
				"type": "string",
				"format": "idn-email"
			},
			"phone": { "type": "string" }
		}
	},
	"component": {
		"type": "object",
		"required": ["type", "name"],
		"additionalProperties": false,
		"properties": {
			"type": {
				"type": "string",
				"enum": [
					"application",
					"framework",
					"library",
					"container",
					"operating-system",
					"device",
					"firmware",
					"file"
				]
			},
			"mime-type": {
				"type": "string",
				"pattern": "^[-+a-z0-9.]+/[-+a-z0-9.]+$"
			},
			"bom-ref": { "$ref": "#/definitions/refType" },
			"supplier": { "$ref": "#/definitions/organizationalEntity" },
			"author": { "type": "string" },
			"publisher": { "type": "string" },
			"group": { "type": "string" },
			"name": { "type": "string" },
			"version": { "type": "string" },
			"description": { "type": "string" },
			"scope": {
				"type": "string",
				"enum": [
					"required",
					"optional",
					"excluded"
				]
			},
			"hashes": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/hash" }
			},
			"licenses": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"copyright": { "type": "string" },
			"cpe": { "type": "string" },
			"purl": { "type": "string" },
			"swid": { "$ref": "#/definitions/swid" },
			"modified": { "type": "boolean" },
			"pedigree": {
				"type": "object",
				"additionalProperties": false,
				"properties": {
					"ancestors": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/component" }
					},
					"descendants": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/component" }
					},
					"variants": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/component" }
					},
					"commits": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/commit" }
					},
					"patches": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/patch" }
					},
					"notes": { "type": "string" }
				}
			},
			"externalReferences": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/externalReference" }
			},
			"components": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/component" },
				"uniqueItems": true
			},
			"evidence": { "$ref": "#/definitions/componentEvidence" },
			"releaseNotes": { "$ref": "#/definitions/releaseNotes" },
			"properties": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/property" }
			},
			"signature": { "$ref": "#/definitions/signature" }
		}
	},
	"swid": {
		"type": "object",
		"required": ["tagId", "name"],
		"additionalProperties": false,
		"properties": {
			"tagId": { "type": "string" },
			"name": { "type": "string" },
			"version": { "type": "string" },
			"tagVersion": { "type": "integer" },
			"patch": { "type": "boolean" },
			"text": { "$ref": "#/definitions/attachment" },
			"url": {
				"type": "string",
				"format": "iri-reference"
			}
		}
	},
	"attachment": {
		"type": "object",
		"required": ["content"],
		"additionalProperties": false,
		"properties": {
			"contentType": { "type": "string" },
			"encoding": {
				"type": "string",
				"enum": ["base64"]
			},
			"content": { "type": "string" }
		}
	},
	"hash": {
		"type": "object",
		"required": ["alg", "content"],
		"additionalProperties": false,
		"properties": {
			"alg": { "$ref": "#/definitions/hash-alg" },
			"content": { "$ref": "#/definitions/hash-content" }
		}
	},
	"hash-alg": {
		"type": "string",
		"enum": [
			"MD5",
			"SHA-1",
			"SHA-256",
			"SHA-384",
			"SHA-512",
			"SHA3-256",
			"SHA3-384",
			"SHA3-512",
			"BLAKE2b-256",
			"BLAKE2b-384",
			"BLAKE2b-512",
			"BLAKE3"
		]
	},
	"hash-content": {
		"type": "string",
		"pattern": "^([a-fA-F0-9]{32}|[a-fA-F0-9]{40}|[a-fA-F0-9]{64}|[a-fA-F0-9]{96}|[a-fA-F0-9]{128})$"
	},
	"license": {
		"type": "object",
		"oneOf": [{ "required": ["id"] }, { "required": ["name"] }],
		"additionalProperties": false,
		"properties": {
			"id": { "$ref": "spdx.SNAPSHOT.schema.json" },
			"name": { "type": "string" },
			"text": { "$ref": "#/definitions/attachment" },
			"url": {
				"type": "string",
				"format": "iri-reference"
			}
		}
	},
	"licenseChoice": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"license": { "$ref": "#/definitions/license" },
			"expression": { "type": "string" }
		},
		"oneOf": [{ "required": ["license"] }, { "required": ["expression"] }]
	},
	"commit": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"uid": { "type": "string" },
			"url": {
				"type": "string",
				"format": "iri-reference"
			},
			"author": { "$ref": "#/definitions/identifiableAction" },
			"committer": { "$ref": "#/definitions/identifiableAction" },
			"message": { "type": "string" }
		}
	},
	"patch": {
		"type": "object",
		"required": ["type"],
		"additionalProperties": false,
		"properties": {
			"type": {
				"type": "string",
				"enum": [
					"unofficial",
					"monkey",
					"backport",
					"cherry-pick"
				]
			},
			"diff": { "$ref": "#/definitions/diff" },
			"resolves": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/issue" }
			}
		}
	},
	"diff": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"text": { "$ref": "#/definitions/attachment" },
			"url": {
				"type": "string",
				"format": "iri-reference"
			}
		}
	},
	"issue": {
		"type": "object",
		"required": ["type"],
		"additionalProperties": false,
		"properties": {
			"type": {
				"type": "string",
				"enum": [
					"defect",
					"enhancement",
					"security"
				]
			},
			"id": { "type": "string" },
			"name": { "type": "string" },
			"description": { "type": "string" },
			"source": {
				"type": "object",
				"additionalProperties": false,
				"properties": {
					"name": { "type": "string" },
					"url": {
						"type": "string",
						"format": "iri-reference"
					}
				}
			},
			"references": {
				"type": "array",
				"items": {
					"type": "string",
					"format": "iri-reference"
				}
			}
		}
	},
	"identifiableAction": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"timestamp": {
				"type": "string",
				"format": "date-time"
			},
			"name": { "type": "string" },
			"email": {
				"type": "string",
				"format": "idn-email"
			}
		}
	},
	"externalReference": {
		"type": "object",
		"required": ["url", "type"],
		"additionalProperties": false,
		"properties": {
			"url": {
				"type": "string",
				"format": "iri-reference"
			},
			"comment": { "type": "string" },
			"type": {
				"type": "string",
				"enum": [
					"vcs",
					"issue-tracker",
					"website",
					"advisories",
					"bom",
					"mailing-list",
					"social",
					"chat",
					"documentation",
					"support",
					"distribution",
					"license",
					"build-meta",
					"build-system",
					"release-notes",
					"other"
				]
			},
			"hashes": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/hash" }
			}
		}
	},
	"dependency": {
		"type": "object",
		"required": ["ref"],
		"additionalProperties": false,
		"properties": {
			"ref": { "$ref": "#/definitions/refType" },
			"dependsOn": {
				"type": "array",
				"uniqueItems": true,
				"additionalItems": false,
				"items": { "$ref": "#/definitions/refType" }
			}
		}
	},
	"service": {
		"type": "object",
		"required": ["name"],
		"additionalProperties": false,
		"properties": {
			"bom-ref": { "$ref": "#/definitions/refType" },
			"provider": { "$ref": "#/definitions/organizationalEntity" },
			"group": { "type": "string" },
			"name": { "type": "string" },
			"version": { "type": "string" },
			"description": { "type": "string" },
			"endpoints": {
				"type": "array",
				"items": {
					"type": "string",
					"format": "iri-reference"
				}
			},
			"authenticated": { "type": "boolean" },
			"x-trust-boundary": { "type": "boolean" },
			"data": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/dataClassification" }
			},
			"licenses": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"externalReferences": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/externalReference" }
			},
			"services": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/service" },
				"uniqueItems": true
			},
			"releaseNotes": { "$ref": "#/definitions/releaseNotes" },
			"properties": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/property" }
			},
			"signature": { "$ref": "#/definitions/signature" }
		}
	},
	"dataClassification": {
		"type": "object",
		"required": ["flow", "classification"],
		"additionalProperties": false,
		"properties": {
			"flow": { "$ref": "#/definitions/dataFlow" },
			"classification": { "type": "string" }
		}
	},
	"dataFlow": {
		"type": "string",
		"enum": [
			"inbound",
			"outbound",
			"bi-directional",
			"unknown"
		]
	},
	"copyright": {
		"type": "object",
		"required": ["text"],
		"additionalProperties": false,
		"properties": { "text": { "type": "string" } }
	},
	"componentEvidence": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"licenses": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"copyright": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/copyright" }
			}
		}
	},
	"compositions": {
		"type": "object",
		"required": ["aggregate"],
		"additionalProperties": false,
		"properties": {
			"aggregate": { "$ref": "#/definitions/aggregateType" },
			"assemblies": {
				"type": "array",
				"uniqueItems": true,
				"items": { "type": "string" }
			},
			"dependencies": {
				"type": "array",
				"uniqueItems": true,
				"items": { "type": "string" }
			},
			"signature": { "$ref": "#/definitions/signature" }
		}
	},
	"aggregateType": {
		"type": "string",
		"enum": [
			"complete",
			"incomplete",
			"incomplete_first_party_only",
			"incomplete_third_party_only",
			"unknown",
			"not_specified"
		]
	},
	"property": {
		"type": "object",
		"properties": {
			"name": { "type": "string" },
			"value": { "type": "string" }
		}
	},
	"localeType": {
		"type": "string",
		"pattern": "^([a-z]{2})(-[A-Z]{2})?$"
	},
	"releaseType": { "type": "string" },
	"note": {
		"type": "object",
		"required": ["text"],
		"additionalProperties": false,
		"properties": {
			"locale": { "$ref": "#/definitions/localeType" },
			"text": { "$ref": "#/definitions/attachment" }
		}
	},
	"releaseNotes": {
		"type": "object",
		"required": ["type"],
		"additionalProperties": false,
		"properties": {
			"type": { "$ref": "#/definitions/releaseType" },
			"title": { "type": "string" },
			"featuredImage": {
				"type": "string",
				"format": "iri-reference"
			},
			"socialImage": {
				"type": "string",
				"format": "iri-reference"
			},
			"description": { "type": "string" },
			"timestamp": {
				"type": "string",
				"format": "date-time"
			},
			"aliases": {
				"type": "array",
				"items": { "type": "string" }
			},
			"tags": {
				"type": "array",
				"items": { "type": "string" }
			},
			"resolves": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/issue" }
			},
			"notes": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/note" }
			},
			"properties": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/property" }
			}
		}
	},
	"advisory": {
		"type": "object",
		"required": ["url"],
		"additionalProperties": false,
		"properties": {
			"title": { "type": "string" },
			"url": {
				"type": "string",
				"format": "iri-reference"
			}
		}
	},
	"cwe": {
		"type": "integer",
		"minimum": 1
	},
	"severity": {
		"type": "string",
		"enum": [
			"critical",
			"high",
			"medium",
			"low",
			"info",
			"none",
			"unknown"
		]
	},
	"scoreMethod": {
		"type": "string",
		"enum": [
			"CVSSv2",
			"CVSSv3",
			"CVSSv31",
			"OWASP",
			"other"
		]
	},
	"impactAnalysisState": {
		"type": "string",
		"enum": [
			"resolved",
			"resolved_with_pedigree",
			"exploitable",
			"in_triage",
			"false_positive",
			"not_affected"
		]
	},
	"impactAnalysisJustification": {
		"type": "string",
		"enum": [
			"code_not_present",
			"code_not_reachable",
			"requires_configuration",
			"requires_dependency",
			"requires_environment",
			"protected_by_compiler",
			"protected_at_runtime",
			"protected_at_perimeter",
			"protected_by_mitigating_control"
		]
	},
	"rating": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"source": { "$ref": "#/definitions/vulnerabilitySource" },
			"score": { "type": "number" },
			"severity": { "$ref": "#/definitions/severity" },
			"method": { "$ref": "#/definitions/scoreMethod" },
			"vector": { "type": "string" },
			"justification": { "type": "string" }
		}
	},
	"vulnerabilitySource": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"url": { "type": "string" },
			"name": { "type": "string" }
		}
	},
	"vulnerability": {
		"type": "object",
		"additionalProperties": false,
		"properties": {
			"bom-ref": { "$ref": "#/definitions/refType" },
			"id": { "type": "string" },
			"source": { "$ref": "#/definitions/vulnerabilitySource" },
			"references": {
				"type": "array",
				"additionalItems": false,
				"items": {
					"required": ["id", "source"],
					"additionalProperties": false,
					"properties": {
						"id": { "type": "string" },
						"source": { "$ref": "#/definitions/vulnerabilitySource" }
					}
				}
			},
			"ratings": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/rating" }
			},
			"cwes": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/cwe" }
			},
			"description": { "type": "string" },
			"detail": { "type": "string" },
			"recommendation": { "type": "string" },
			"advisories": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/advisory" }
			},
			"created": {
				"type": "string",
				"format": "date-time"
			},
			"published": {
				"type": "string",
				"format": "date-time"
			},
			"updated": {
				"type": "string",
				"format": "date-time"
			},
			"credits": {
				"type": "object",
				"additionalProperties": false,
				"properties": {
					"organizations": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/organizationalEntity" }
					},
					"individuals": {
						"type": "array",
						"additionalItems": false,
						"items": { "$ref": "#/definitions/organizationalContact" }
					}
				}
			},
			"tools": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/tool" }
			},
			"analysis": {
				"type": "object",
				"additionalProperties": false,
				"properties": {
					"state": { "$ref": "#/definitions/impactAnalysisState" },
					"justification": { "$ref": "#/definitions/impactAnalysisJustification" },
					"response": {
						"type": "array",
						"additionalItems": false,
						"items": {
							"type": "string",
							"enum": [
								"can_not_fix",
								"will_not_fix",
								"update",
								"rollback",
								"workaround_available"
							]
						}
					},
					"detail": { "type": "string" }
				}
			},
			"affects": {
				"type": "array",
				"uniqueItems": true,
				"additionalItems": false,
				"items": {
					"required": ["ref"],
					"additionalProperties": false,
					"properties": {
						"ref": { "$ref": "#/definitions/refType" },
						"versions": {
							"type": "array",
							"additionalItems": false,
							"items": {
								"oneOf": [{ "required": ["version"] }, { "required": ["range"] }],
								"additionalProperties": false,
								"properties": {
									"version": { "$ref": "#/definitions/version" },
									"range": { "$ref": "#/definitions/range" },
									"status": { "$ref": "#/definitions/affectedStatus" }
								}
							}
						}
					}
				}
			},
			"properties": {
				"type": "array",
				"additionalItems": false,
				"items": { "$ref": "#/definitions/property" }
			}
		}
	},
	"affectedStatus": {
		"type": "string",
		"enum": [
			"affected",
			"unaffected",
			"unknown"
		]
	},
	"version": {
		"type": "string",
		"minLength": 1,
		"maxLength": 1024
	},
	"range": {
		"type": "string",
		"minLength": 1,
		"maxLength": 1024
	},
	"signature": { "$ref": "jsf-0.82.SNAPSHOT.schema.json#/definitions/signature" }
};
var bom_1_4_default = {
	type,
	required,
	additionalProperties,
	properties,
	definitions
};

export { additionalProperties, bom_1_4_default as default, definitions, properties, required, type };