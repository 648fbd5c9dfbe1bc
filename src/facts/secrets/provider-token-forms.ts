/**
 * Tokens that can be told by their shape alone, whatever their name: the prefix that the provider gives them so that
 * scanners find them, and how many characters of which alphabet follow.
 *
 * Facts of the providers, each held against the rules of gitleaks and secretlint (`benchmarks/secrets.md`).
 *
 * @see https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 * @see https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml
 */
export const prefixedTokens = `
1Password secret key: A3-{upper6}-{upper11}-{upper5}-{upper5}-{upper5} A3-{upper6}-{upper6}-{upper5}-{upper5}-{upper5}-{upper5}
1Password service account token: ops_eyJ{base64url80+}
Adobe client secret: p8e-{alnum32}
Adyen API key: AQE{base64url10}hm{base64url40+}
age key: AGE-SECRET-KEY-1{upper58}
Alibaba access key id: LTAI{alnum20} LTAI{alnum12}
Anthropic key: sk-ant-api{digit2}-{word60+} sk-ant-admin{digit2}-{word60+} sk-ant-{word30+}
Artifactory key: AKCp{alnum69} cmVmd{alnum59}
Atlassian token: ATATT3{word60+} ATCTT3{word60+} ATBB{alnum32}
AWS access key id: AKIA{upper16} ASIA{upper16} ABIA{upper16} ACCA{upper16}
AWS session token: IQoJb3JpZ2lu{base64100+} FwoGZXIvYXdz{base64100+}
Amazon Bedrock key: ABSK{base64109+} bedrock-api-key-{base6420+}
Amazon MWS token: amzn.mws.{hex8}-{hex4}-{hex4}-{hex4}-{hex12}
Buildkite token: bkua_{hex40}
Clojars token: CLOJARS_{alnum60}
ClickHouse key: 4b1d{alnum38}
Cloudflare origin CA key: v1.0-{hex24}-{hex146}
Contentful token: CFPAT-{word43}
Databricks token: dapi{hex32}
Defined Networking token: dnkey-{word26}-{word52}
DigitalOcean token: dop_v1_{hex64} doo_v1_{hex64} dor_v1_{hex64}
Docker token: dckr_pat_{word27} dckr_oat_{word32}
Doppler token: dp.pt.{alnum43} dp.st.{word40+} dp.ct.{alnum40+} dp.sa.{alnum40+}
Duffel token: duffel_test_{word43} duffel_live_{word43}
Dynatrace token: dt0c01.{alnum24}.{alnum64} dt0s01.{alnum24}.{alnum64}
EasyPost key: EZAK{alnum54} EZTK{alnum54}
Facebook token: EAAM{alnum90+} EAAC{alnum90+} EAAB{alnum90+}
Figma token: figd_{word40+} figo_{word40+}
Flutterwave key: FLWSECK_TEST-{alnum12+} FLWSECK-{alnum12+}
Fly.io token: fo1_{word43} fm1a_{base64100+} fm1r_{base64100+} fm2_{base64100+}
Frame.io token: fio-u-{word64}
GitHub token: ghp_{alnum36} gho_{alnum36} ghu_{alnum36} ghs_{alnum36} ghr_{alnum36} github_pat_{word22+}
GitLab token: glpat-{word20+} gldt-{word20+} glrt-{word20+} glptt-{hex40} glcbt-{word20+} glffct-{word20+} glft-{word20+} glimt-{word20+} glagent-{word40+} gloas-{word40+} glsoat-{word20+} GR1348941{word20+}
Google API key: AIza{word35}
Google OAuth client secret: GOCSPX-{word28}
Google OAuth token: ya29.{word20+}
Grafana token: glc_{base6432+} glsa_{alnum32}_{hex8} eyJrIjoi{base6460+}
Groq key: gsk_{alnum52}
Harness token: pat.{word22}.{alnum24}.{alnum20} sat.{word22}.{alnum24}.{alnum20}
Heroku key: HRKU-AA{word58}
Hugging Face token: hf_{letter34} api_org_{letter34}
Infracost key: ico-{alnum32}
Intra42 client secret: s-s4t2ud-{hex64} s-s4t2af-{hex64}
LangSmith key: lsv2_pt_{hex32}_{hex10} lsv2_sk_{hex32}_{hex10}
Linear key: lin_api_{word32+} lin_oauth_{word32+}
New Relic key: NRAK-{alnum27} NRII-{word32} NRJS-{hex19} NRRA-{hex42}
Notion token: ntn_{digit11}{alnum35} secret_{alnum43}
npm token: npm_{alnum36}
Octopus key: API-{upper26}
OpenAI key: sk-proj-{word20+} sk-svcacct-{word40+} sk-admin-{word40+} sk-{alnum20+}
OpenShift token: sha256~{word43}
Perplexity key: pplx-{alnum48}
Plaid token: access-sandbox-{hex8}-{hex4}-{hex4}-{hex4}-{hex12} access-development-{hex8}-{hex4}-{hex4}-{hex4}-{hex12} access-production-{hex8}-{hex4}-{hex4}-{hex4}-{hex12}
PlanetScale token: pscale_tkn_{word32+} pscale_oauth_{word32+} pscale_pw_{word32+}
Postman key: PMAK-{hex24}-{hex34}
Prefect key: pnu_{alnum36}
Pulumi token: pul-{hex40}
PyPI token: pypi-AgEIcHlwaS5vcmc{word40+} pypi-AgENdGVzdC5weXBp{word40+}
ReadMe key: rdme_{alnum70}
RubyGems key: rubygems_{hex48}
Scalingo token: tk-us-{word48}
SendGrid key: SG.{word20-24}.{word39-50}
Brevo key: xkeysib-{hex64}-{alnum16}
Sentry token: sntrys_eyJ{base6440+} sntryu_{hex64}
SettleMint token: sm_aat_{alnum16} sm_pat_{alnum16} sm_sat_{alnum16}
Shippo token: shippo_live_{hex40} shippo_test_{hex40}
Shopify token: shpat_{hex32} shpca_{hex32} shppa_{hex32} shpss_{hex32}
Slack token: xoxb-{word10+} xoxp-{word10+} xoxa-{word10+} xoxr-{word10+} xoxo-{word10+} xoxs-{word10+} xoxe-{word10+} xoxe.xoxb-{word10+} xoxe.xoxp-{word10+} xapp-{word10+}
Sonar token: sqp_{hex40} squ_{hex40} sqa_{hex40}
Sourcegraph token: sgp_{hex40} sgp_{hex16}_{hex40} sgp_local_{hex40}
Square token: sq0atp-{word22+} sq0csp-{word22+} EAAA{word58-62}
Stripe key: sk_live_{alnum16+} sk_test_{alnum16+} sk_prod_{alnum16+} rk_live_{alnum16+} rk_test_{alnum16+} rk_prod_{alnum16+}
Stripe webhook secret: whsec_{base6424+}
Supabase key: sbp_{hex40} sb_secret_{word20+}
Twilio key: SK{hex32}
Typeform token: tfp_{word40+}
Vault token: hvs.{word24+} hvb.{word24+} hvr.{word24+}
Vercel token: vcp_{alnum20+} vci_{alnum20+} vca_{alnum20+} vcr_{alnum20+} vck_{alnum20+}
xAI key: xai-{alnum80}
Yandex key: AQVN{word35-38}
`;

/** Tokens with their mark in the middle or at the end; without nested repetition, like everything here. */
export const markedTokens: readonly { readonly kind: string; readonly mark: string; readonly pattern: RegExp }[] = [
  {
    kind: 'private key',
    mark: '-----BEGIN',
    pattern: /-----BEGIN[ A-Z0-9_-]{0,40}PRIVATE KEY(?: BLOCK)?/,
  },
  { kind: 'private key', mark: 'PuTTY-User-Key-File-', pattern: /PuTTY-User-Key-File-\d/ },
  {
    kind: 'Slack webhook',
    mark: 'hooks.slack.com/',
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/\w+\/\w+\/\w/,
  },
  {
    kind: 'Microsoft Teams webhook',
    mark: '.webhook.office.com/',
    pattern: /\.webhook\.office\.com\/webhookb2\/[\w@-]{36,80}\/IncomingWebhook\/\w{32}/,
  },
  {
    kind: 'Discord webhook',
    mark: '/api/webhooks/',
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60}/,
  },
  { kind: 'JSON web token', mark: 'eyJ', pattern: /(?<![\w-])eyJ[\w+/=-]{8,2000}\.eyJ[\w+/=-]{8,8000}/ },
  { kind: 'Terraform Cloud token', mark: '.atlasv1.', pattern: /[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60}/ },
  { kind: 'MaxMind license key', mark: '_mmk', pattern: /(?<!\w)[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk/ },
  { kind: 'Azure client secret', mark: 'Q~', pattern: /(?<![\w~.])[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  { kind: 'Azure storage key', mark: 'AccountKey=', pattern: /AccountKey=["']?[A-Za-z0-9+/=]{40}/ },
  { kind: 'Azure access key', mark: 'SharedAccessKey=', pattern: /SharedAccessKey=["']?[A-Za-z0-9+/=]{40}/ },
  { kind: 'Azure shared access signature', mark: 'sig=', pattern: /[?&]sig=[A-Za-z0-9%+/]{40}/ },
  { kind: 'presigned AWS address', mark: 'X-Amz-Signature=', pattern: /X-Amz-Signature=[0-9a-f]{64}/ },
  { kind: 'Telegram bot token', mark: ':A', pattern: /(?<!\d)\d{8,10}:A[\w-]{34}(?![\w-])/ },
  {
    kind: 'Discord bot token',
    mark: '.',
    pattern: /(?<![\w.-])[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,38}(?![\w.-])/,
  },
  { kind: 'Mailchimp key', mark: '-us', pattern: /(?<!\w)[0-9a-f]{32}-us\d{1,2}(?!\w)/ },
  { kind: 'Facebook token', mark: '|', pattern: /(?<!\d)\d{15,16}\|[\w-]{27,40}(?![\w-])/ },
  { kind: 'Mapbox token', mark: '.ey', pattern: /(?<!\w)sk\.eyJ[\w-]{20,200}\.[\w-]{22}/ },
];
