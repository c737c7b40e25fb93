import "./rolldown-runtime.js";

// packages/sbom/src/validate/schemas/bom-1.2.json
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
			"supplier": { "$ref": "#/definitions/organizationalEntity" }
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
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"url": {
				"type": "array",
				"pattern": "^(.*)$"
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
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"email": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"phone": {
				"type": "string",
				"pattern": "^(.*)$"
			}
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
				],
				"pattern": "^(.*)$"
			},
			"mime-type": {
				"type": "string",
				"pattern": "^[-+a-z0-9.]+/[-+a-z0-9.]+$"
			},
			"bom-ref": {
				"$ref": "#/definitions/refType",
				"pattern": "^(.*)$"
			},
			"supplier": { "$ref": "#/definitions/organizationalEntity" },
			"author": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"publisher": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"group": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"version": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"description": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"scope": {
				"type": "string",
				"enum": [
					"required",
					"optional",
					"excluded"
				],
				"pattern": "^(.*)$"
			},
			"hashes": {
				"type": "array",
				"items": { "$ref": "#/definitions/hash" }
			},
			"licenses": {
				"type": "array",
				"items": {
					"properties": {
						"license": { "$ref": "#/definitions/license" },
						"expression": {
							"type": "string",
							"pattern": "^(.*)$"
						}
					},
					"oneOf": [{ "required": ["license"] }, { "required": ["expression"] }]
				}
			},
			"copyright": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"cpe": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"purl": {
				"type": "string",
				"pattern": "^(.*)$"
			},
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
					"notes": {
						"type": "string",
						"pattern": "^(.*)$"
					}
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
				"pattern": "^(.*)$"
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
				"enum": ["base64"],
				"pattern": "^(.*)$"
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
		],
		"pattern": "^(.*)$"
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
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"text": { "$ref": "#/definitions/attachment" },
			"url": {
				"type": "string",
				"pattern": "^(.*)$"
			}
		}
	},
	"commit": {
		"type": "object",
		"properties": {
			"uid": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"url": {
				"type": "string",
				"format": "iri-reference"
			},
			"author": { "$ref": "#/definitions/identifiableAction" },
			"committer": { "$ref": "#/definitions/identifiableAction" },
			"message": {
				"type": "string",
				"pattern": "^(.*)$"
			}
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
				"pattern": "^(.*)$"
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
			"id": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"description": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"source": {
				"type": "object",
				"properties": {
					"name": {
						"type": "string",
						"pattern": "^(.*)$"
					},
					"url": {
						"type": "string",
						"pattern": "^(.*)$"
					}
				}
			},
			"references": {
				"type": "array",
				"pattern": "^(.*)$"
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
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
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
				"pattern": "^(.*)$"
			},
			"comment": {
				"type": "string",
				"pattern": "^(.*)$"
			},
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
			"bom-ref": {
				"$ref": "#/definitions/refType",
				"pattern": "^(.*)$"
			},
			"provider": { "$ref": "#/definitions/organizationalEntity" },
			"group": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"name": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"version": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"description": {
				"type": "string",
				"pattern": "^(.*)$"
			},
			"endpoints": {
				"type": "array",
				"pattern": "^(.*)$"
			},
			"authenticated": { "type": "boolean" },
			"x-trust-boundary": { "type": "boolean" },
			"data": {
				"type": "array",
				"items": { "$ref": "#/definitions/dataClassification" }
			},
			"licenses": {
				"type": "array",
				"items": {
					"properties": {
						"license": { "$ref": "#/definitions/license" },
						"expression": {
							"type": "string",
							"pattern": "^(.*)$"
						}
					},
					"oneOf": [{ "required": ["license"] }, { "required": ["expression"] }]
				}
			},
			"externalReferences": {
				"type": "array",
				"items": { "$ref": "#/definitions/externalReference" }
			},
			"services": {
				"type": "array",
				"items": { "$ref": "#/definitions/service" },
				"uniqueItems": true
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
		],
		"pattern": "^(.*)$"
	}
};
var bom_1_2_default = {
	type,
	required,
	properties,
	definitions
};

export { bom_1_2_default as default, definitions, properties, required, type };