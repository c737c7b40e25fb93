import "./rolldown-runtime.js";

// packages/sbom/src/validate/schemas/bom-1.3.json
var type = "object";
var required = ["bomFormat", "specVersion"];
var properties = {
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
		"items": { "$ref": "#/definitions/component" },
		"uniqueItems": true
	},
	"services": {
		"type": "array",
		"items": { "$ref": "#/definitions/service" },
		"uniqueItems": true
	},
	"externalReferences": {
		"type": "array",
		"items": { "$ref": "#/definitions/externalReference" }
	},
	"dependencies": {
		"type": "array",
		"items": { "$ref": "#/definitions/dependency" },
		"uniqueItems": true
	},
	"compositions": {
		"type": "array",
		"items": { "$ref": "#/definitions/compositions" },
		"uniqueItems": true
	}
};
var definitions = {
	"refType": { "type": "string" },
	"metadata": {
		"type": "object",
		"properties": {
			"timestamp": {
				"type": "string",
				"format": "date-time"
			},
			"tools": {
				"type": "array",
				"items": { "$ref": "#/definitions/tool" }
			},
			"authors": {
				"type": "array",
				"items": { "$ref": "#/definitions/organizationalContact" }
			},
			"component": { "$ref": "#/definitions/component" },
			"manufacture": { "$ref": "#/definitions/organizationalEntity" },
			"supplier": { "$ref": "#/definitions/organizationalEntity" },
			"licenses": {
				"type": "array",
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"properties": {
				"type": "array",
				"items": { "$ref": "#/definitions/property" }
			}
		}
	},
	"tool": {
		"type": "object",
		"properties": {
			"vendor": { "type": "string" },
			"name": { "type": "string" },
			"version": { "type": "string" },
			"hashes": {
				"type": "array",
				"items": { "$ref": "#/definitions/hash" }
			}
		}
	},
	"organizationalEntity": {
		"type": "object",
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
				"items": { "$ref": "#/definitions/organizationalContact" }
			}
		}
	},
	"organizationalContact": {
		"type": "object",
		"properties": {
			"name": { "type": "string" },
			"email": { "type": "string" },
			"phone": { "type": "string" }
		}
	},
	"component": {
		"type": "object",
		"required": [
			"type",
			"name",
			"version"
		],
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
				"items": { "$ref": "#/definitions/hash" }
			},
			"licenses": {
				"type": "array",
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"copyright": { "type": "string" },
			"cpe": { "type": "string" },
			"purl": { "type": "string" },
			"swid": { "$ref": "#/definitions/swid" },
			"modified": { "type": "boolean" },
			"pedigree": {
				"type": "object",
				"properties": {
					"ancestors": {
						"type": "array",
						"items": { "$ref": "#/definitions/component" }
					},
					"descendants": {
						"type": "array",
						"items": { "$ref": "#/definitions/component" }
					},
					"variants": {
						"type": "array",
						"items": { "$ref": "#/definitions/component" }
					},
					"commits": {
						"type": "array",
						"items": { "$ref": "#/definitions/commit" }
					},
					"patches": {
						"type": "array",
						"items": { "$ref": "#/definitions/patch" }
					},
					"notes": { "type": "string" }
				}
			},
			"externalReferences": {
				"type": "array",
				"items": { "$ref": "#/definitions/externalReference" }
			},
			"components": {
				"type": "array",
				"items": { "$ref": "#/definitions/component" },
				"uniqueItems": true
			},
			"evidence": { "$ref": "#/definitions/componentEvidence" },
			"properties": {
				"type": "array",
				"items": { "$ref": "#/definitions/property" }
			}
		}
	},
	"swid": {
		"type": "object",
		"required": ["tagId", "name"],
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
		"properties": {
			"license": { "$ref": "#/definitions/license" },
			"expression": { "type": "string" }
		},
		"oneOf": [{ "required": ["license"] }, { "required": ["expression"] }]
	},
	"commit": {
		"type": "object",
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
				"items": { "$ref": "#/definitions/issue" }
			}
		}
	},
	"diff": {
		"type": "object",
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
					"other"
				]
			},
			"hashes": {
				"type": "array",
				"items": { "$ref": "#/definitions/hash" }
			}
		}
	},
	"dependency": {
		"type": "object",
		"required": ["ref"],
		"properties": {
			"ref": { "$ref": "#/definitions/refType" },
			"dependsOn": {
				"type": "array",
				"uniqueItems": true,
				"items": { "$ref": "#/definitions/refType" }
			}
		}
	},
	"service": {
		"type": "object",
		"required": ["name"],
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
				"items": { "$ref": "#/definitions/dataClassification" }
			},
			"licenses": {
				"type": "array",
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"externalReferences": {
				"type": "array",
				"items": { "$ref": "#/definitions/externalReference" }
			},
			"services": {
				"type": "array",
				"items": { "$ref": "#/definitions/service" },
				"uniqueItems": true
			},
			"properties": {
				"type": "array",
				"items": { "$ref": "#/definitions/property" }
			}
		}
	},
	"dataClassification": {
		"type": "object",
		"required": ["flow", "classification"],
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
		"properties": { "text": { "type": "string" } }
	},
	"componentEvidence": {
		"type": "object",
		"properties": {
			"licenses": {
				"type": "array",
				"items": { "$ref": "#/definitions/licenseChoice" }
			},
			"copyright": {
				"type": "array",
				"items": { "$ref": "#/definitions/copyright" }
			}
		}
	},
	"compositions": {
		"type": "object",
		"required": ["aggregate"],
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
			}
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
	}
};
var bom_1_3_default = {
	type,
	required,
	properties,
	definitions
};

export { bom_1_3_default as default, definitions, properties, required, type };