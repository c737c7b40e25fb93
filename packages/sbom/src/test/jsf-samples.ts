/**
 * Test vectors that the specification of JSF publishes (https://cyberphone.github.io/doc/security/jsf.html, appendix A), under its
 * names for them: key, algorithm, and how the key is given.
 */
export const SAMPLE_KEYS = {
  P256: {
    kty: "EC",
    crv: "P-256",
    x: "6BKxpty8cI-exDzCkh-goU6dXq3MbcY0cd1LaAxiNrU",
    y: "mCbcvUzm44j3Lt2b5BPyQloQ91tf2D2V-gzeUxWaUdg",
  },
  P384: {
    kty: "EC",
    crv: "P-384",
    x: "o4lIdIXzdJro4jU9g-2q-__i5WcutpJaWwOeSgKL8x6nxKWOPD5rH-POQhJ79l6t",
    y: "MLnyLIGdTO2feJkCW3rWWKG3elhi1Zmbp068Ejb_1LuI-2cNQsRUqb16TfK588_N",
  },
  P521: {
    kty: "EC",
    crv: "P-521",
    x: "AVb-eD8V1UAzN8GWoUypQ_8xSABA4PwUZ1O_fanjLvbwpuyoniN98ljWt3y93TCrDAqe1089tLCfpJhre8M5frBs",
    y: "ABORvO-p61zLrGCtgqqqFcQJX_ljnoJ7iDd1IIKZSyksI8aElmtJFCRVSgCyU_P7mSmilqVVaBWhE9fqRHcQ2u_c",
  },
  R2048: {
    kty: "RSA",
    n: "ptKZyFPStvmOlb0WihOBhlHUr6wFDHC-tW7hJAudfTQ5mHZQpB8PoMz07udZA-dG8dhUIPkmXlp1TgREeYTHdhxhuf0y_GhbpZv5JPYHx3watO-HWO2qYkjRMEcrWhPMdaVkS_Xe_liaMcow4jYoWaFm8VobeYsyVD2bWWdyl4joTEETm1Z47RnnfR15kVhVudVrDzEFmM4nXV_6dmIg184RJE4httwBFxR8qZCQCwTiJmsoyJxfUR0Gs4ePKc5sB0NTkmFZc5klQSitd67RJn2ldhbqE7EpDl4XlIt-UyLJm1guCBltia8Agke7dXuhpB7hQ6LJwY4EjzthkJ8IPw",
    e: "AQAB",
  },
  ED25519: { kty: "OKP", crv: "Ed25519", x: "_kms9bkrbpI1lPLoM2j2gKySS-k89TOuyvgC43dX-Mk" },
  ED448: {
    kty: "OKP",
    crv: "Ed448",
    x: "IUkRrGrNQFnHA-pIcgwzTxyL4BlWyHqC6LkZbgyHMsM14mC2NfpW9QV_Ao7mkQXIZM2OCgCimEQA",
  },
} as const;

const DATA = { now: "2019-02-10T11:23:06Z", name: "Joe", id: 2200063 };

export const JSF_SAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "p256#es256@jwk": {
    ...DATA,
    signature: {
      algorithm: "ES256",
      publicKey: SAMPLE_KEYS.P256,
      value:
        "ybT1qz5zHNi4Ndc6y7Zhamuf51IqXkPkZwjH1XcC-KSuBiaQplTw6Jasf2MbCLg3CF7PAdnMO__WSLwvI5r2jA",
    },
  },
  "p384#es384@jwk": {
    ...DATA,
    signature: {
      algorithm: "ES384",
      publicKey: SAMPLE_KEYS.P384,
      value:
        "OxXAQrGMw1F_PaSnsqDs2y2waf6N9UAR79XgL8lFhkVyHW2m1gyjriLRJUtH6lG3fts_zzhrCLUoLo4dQTFzRPrNilSWaMSyH6BIHldfA-DWE--Pe-o5yHKrEQ97mCcq",
    },
  },
  "p521#es512@jwk": {
    ...DATA,
    signature: {
      algorithm: "ES512",
      publicKey: SAMPLE_KEYS.P521,
      value:
        "AarnKZEM1hfLd4hpeDguOMV0wAX-7r3z7qRG6RR1MNy3ypliYFSrziQoV1bSYiy7B7VbULQPvtcjhtIAqjRPqaMMAOxplmbKUQNsHQcTxSfrX5jmHbxI_XZpaKv0Fagl7lNmlnHcRx9eeO7Vq8aqIlhQ1afYy34-fTjxHBwe0kNEkyqN",
    },
  },
  "r2048#rs256@jwk": {
    ...DATA,
    signature: {
      algorithm: "RS256",
      publicKey: SAMPLE_KEYS.R2048,
      value:
        "IbTdSjKTYiFa-OP4m4wynLLHFxRgY0jwr7lonUIAG8zRpiX9d0ffR_ynGGjchtHH5CtXjfiKtWau0hqejmLqOHzx0I9xcDOLy42aOzBwITU7dElpsXSVYB76i5ekh2pD-swPJ_7E3aIfL1FPDiHjmbxWEjQseifSri4OX27iMqZVjfwIVSA-xKc-_C40r_eDwtB8tdJRaMDnI-Fsu1xf8X7mAiCjhqwRTqEWEySaXN-yGtLgi_ee0OemaBsY7fD2YnL9l9k4fq_A0JwoedRK26VLzoI1HfJ1uK-lrtud0_Ne7IXfZTeZDSKoPHY1LDVzVm0asVvkB10NrLRHO4hDYg",
    },
  },
  "r2048#ps256@jwk": {
    ...DATA,
    signature: {
      algorithm: "PS256",
      publicKey: SAMPLE_KEYS.R2048,
      value:
        "SJnq3uAhfcDFv5MLCDhmfGE9_QQG5iDoF6urZp4uvOq-wGPDujImXHNs38XMPCQJVvDIf9Pdw1udXJAUCMkuWL0fBpMeBLriydIYNml4FOGJJ3506I3Hqk-zdjVwfBrguHshS1hniMzTqo8dzlPWxgPzU0KTDeg2xTuXOs2rbvENyqym-jHgn_iCMBQIWCwA5nQIxVmVVHNqF_wY5aUJcO1ySSWVsBk7P2_NpHNO_dOPaxdvvCvrbRne226edD4mOb6adtHoIdXVIhpsulkGEefBnqXQYvmjq_62rnCTZCfXTfM2ylp98NNgT_hyj1IN4yA5Wxwq86UP9of9yOxQ4w",
    },
  },
  "ed25519#ed25519@jwk": {
    ...DATA,
    signature: {
      algorithm: "Ed25519",
      publicKey: SAMPLE_KEYS.ED25519,
      value:
        "UtN9-gMgTkfAdBJRX4gi0s6iKYiilO5EmXRD4KRSEnPKo5Og1ltbGYZecdJqKphCXkboIE_pecfszHEQXeqqDA",
    },
  },
  "ed448#ed448@jwk": {
    ...DATA,
    signature: {
      algorithm: "Ed448",
      publicKey: SAMPLE_KEYS.ED448,
      value:
        "7etBe_-_lSMU1OXH38PRmT3MHvnf0IQcvX2GX-l16Ax7_-V7l0TDH31-ioXo0B8PV75PspWEm3-AVHmKpIUAbb8FU1k7KJcCc1m0HQOvbiDlIh3j_G10wrv5edpjDWBQ8Xjek94vGpKM7kA9Y--EkS4A",
    },
  },
  "p256#es256@kid": {
    ...DATA,
    signature: {
      algorithm: "ES256",
      keyId: "example.com:p256",
      value:
        "Il-GTiAwCgAX3X9IC7AWfVzySWA18ZLGgHgj3KDfp0-1XsjkVDdypdIFjE9vWdieI6-pHabo6UzcYGubFSVS_w",
    },
  },
  "r2048#ps384@kid": {
    ...DATA,
    signature: {
      algorithm: "PS384",
      keyId: "example.com:r2048",
      value:
        "jAVfTUPiHzr6oGeTn6Z5kMsl2R1dl-Z6A5PxcakZcPWS6PC9kjxQGryYGnjLxeUOuIhsmoRRZo8NuY661M7G8yaWTKaR9Y0-Pc9A6ASYmndJ04c9nnJJhBfNnyWyUJMPxN7tQ1w9pBEacRkWVMxjXbhgpF4IHXUEgRvGALgAPw8rc9dy0exP9e7L26OqBoMhKqapfEb_Tm4Ma7eE3xwMgW5XSmUWd01H0vHK0ii-MK6fmJJEsU9e57Avp2xES2oLTiOj7IGx5e351tju9vPGHXh9Ic50qGBreGeAQtKsKErUWgsZTvBlOrciIM-a9u17JRC1R1GWlsasNw4x4iJfTQ",
    },
  },
  "r2048#ps512@imp": {
    ...DATA,
    signature: {
      algorithm: "PS512",
      value:
        "MaY9xVxw3rFtoGalhaYaBJ_YapHJH4bQLAJE3hOF7htBByUJQ5RUn2fyR75rHL8RBkCKPao-Y-hs2xupTONXPActj4PH_2ZzovbmyYMnwE8J-Usyl6QOhpVgzr7pJGE32HJvA4bk5PWK5Vg7keXR0YxiCnOT2VEpCp8UqA5dOl3U-082wLQ4nkMOeS4Ss9JzeIXFuzD56r8Zbf2o9yFLvMWXt--o6r7D6n75Gc0wgSlxo-IuzRSNep-UMRHV0ah6ssUP7J5s5kUyjhy-3gDn1TWoFf5yqcfLFusH6VE5anqxG0DzAtoF7FLcqvEJFIYFiiRQ7aLcOxCOQW9WtEegdA",
    },
  },
  "p256#es256@exts-jwk": {
    ...DATA,
    signature: {
      algorithm: "ES256",
      publicKey: SAMPLE_KEYS.P256,
      extensions: ["otherExt", "https://example.com/extension"],
      otherExt: "Cool Stuff",
      "https://example.com/extension": { "life-is-great": true },
      value:
        "jFlU5VEGcq7ezESeKX_JR79rrppnE4uxmnPTLeYth6atfJker7oDon1R3yKLEeGS1vVntVpuGjxNSdLqIrLd0A",
    },
  },
  "p256#es256@excl-jwk": {
    mySignedData: "something",
    myUnsignedData: "something else",
    signature: {
      algorithm: "ES256",
      publicKey: SAMPLE_KEYS.P256,
      excludes: ["myUnsignedData"],
      value:
        "EWkjHQTGBptNmhCsRw2wHqX64XpWS_4n4ba3DJ8HisvWl4eZYHsx6QCe7NIrwYHJOB6Tr-yOqN3G7oH9zH27jQ",
    },
  },
  "p256#es256,p384#es384@mult-jwk": {
    ...DATA,
    signature: {
      signers: [
        {
          algorithm: "ES256",
          publicKey: SAMPLE_KEYS.P256,
          value:
            "iYefob_JB6RBNPeGhnpJ7uDTCKPFW2TAZqPqGdNC2-6pzHpmEpqxbenxWv-CWTHbqPlT9DUVPjwxV4FGMO5YmQ",
        },
        {
          algorithm: "ES384",
          publicKey: SAMPLE_KEYS.P384,
          value:
            "CW9AhF8N9LgU89Mag72UtsyCUXB6Mjivr1HDjwyCLM-K_V41DP7BsTdyafQUR6Dmmp8e38laS-13hxcRsLCCQBXxuXVwZubpXvxibqtCGI3zJRhuxEs4x6dCx9HRLXkI",
        },
      ],
    },
  },
  "p256#es256,p384#es384@mult-exts-jwk": {
    ...DATA,
    signature: {
      signers: [
        {
          algorithm: "ES256",
          publicKey: SAMPLE_KEYS.P256,
          otherExt: "Cool Stuff",
          "https://example.com/extension": { "life-is-great": true },
          value:
            "P7RA-HxXvc0NCCJjgMVOo6I_vToHXZ2wM1McmXY59srIRUTj9199hJuZU4WY22iv2EdpqMZ7fFSe5SCQLaYH_Q",
        },
        {
          algorithm: "ES384",
          publicKey: SAMPLE_KEYS.P384,
          otherExt: "Other Data",
          value:
            "4-Q_Mvg_fnh5Qb1yU5cWiKJutrW7KG9jEjxqfHBWobgB6VxZ31Z_0rcVGjN5Zn57oOzh3kSlTKuES2leyK3nTKO65LNVivGRWDHFRWAs__TIU3iz4FVbFPcPcYiVTZit",
        },
      ],
      extensions: ["otherExt", "https://example.com/extension"],
    },
  },
  "p256#es256,p384#es384@chai-jwk": {
    ...DATA,
    signature: {
      chain: [
        {
          algorithm: "ES256",
          publicKey: SAMPLE_KEYS.P256,
          value:
            "k3AUg_hB8bOWHWODKbOaV_n_QJZw53G-wQvpQoLqyjwggHkZOQVAE-1PWX23JXz8PfTOuDD8KHj_BpyALvNXMw",
        },
        {
          algorithm: "ES384",
          publicKey: SAMPLE_KEYS.P384,
          value:
            "7bj5hZtIAplgp5-LkCENoprttF_HZRTOUe-RxhkhFepHTSzHTIE2jy0PSAqu4NPzQ6ajxw1AIjtZIIprB2gmcTMi6exaSkuPyJrhwuQL87ICtBDKuRNG2THKTuRrTWeb",
        },
      ],
    },
  },
};
