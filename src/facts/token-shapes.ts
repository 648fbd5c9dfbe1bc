/** What a token of a provider looks like. */
export interface TokenShape {
  readonly kind: string;
  readonly because: string;
  /** Without nested repetition, because the values come from strangers. */
  readonly pattern: RegExp;
}

/**
 * Tokens that can be told by their shape alone, whatever the variable is called.
 *
 * @see https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
export const tokenShapes: readonly TokenShape[] = [
  shape('private key', 'it holds a PEM private key', /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/),
  shape('AWS access key id', 'it has the form of an access key id', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/),
  shape('AWS access key id', 'it has the form of an access key id', /\b(?:AKIA|ASIA)[A-Z0-9]{9}EXAMPLE\b/),
  shape('GitHub token', 'it begins as a GitHub token does', /\bgh[oprsu]_[A-Za-z0-9]{36}/),
  shape('GitHub token', 'it begins as a GitHub token does', /\bgithub_pat_[A-Za-z0-9_]{22}/),
  shape('GitLab token', 'it begins as a GitLab token does', /\bglpat-[A-Za-z0-9_-]{20}/),
  shape('Slack token', 'it begins as a Slack token does', /\bxox[abeoprs]-[A-Za-z0-9-]{10}/),
  shape('Slack token', 'it begins as a Slack token does', /\bxapp-\d-[A-Za-z0-9-]{10}/),
  shape(
    'Slack webhook',
    'whoever knows the address can post',
    /hooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/\w/,
  ),
  shape('Stripe key', 'it begins as a Stripe key does', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/),
  shape('Stripe webhook secret', 'it begins as a Stripe webhook secret does', /\bwhsec_[A-Za-z0-9+/]{24}/),
  shape('Google API key', 'it begins as a Google API key does', /\bAIza[A-Za-z0-9_-]{35}/),
  shape('Google OAuth client secret', 'it begins as one does', /\bGOCSPX-[A-Za-z0-9_-]{28}/),
  shape('JSON web token', 'it has the three parts of a signed token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/),
  shape('SendGrid key', 'it begins as a SendGrid key does', /\bSG\.[\w-]{22}\.[\w-]{43}/),
  shape('Twilio key', 'it begins as a Twilio key does', /\bSK[0-9a-f]{32}\b/),
  shape('Mailgun key', 'it begins as a Mailgun key does', /\bkey-[0-9a-f]{32}\b/),
  shape('npm token', 'it begins as an npm token does', /\bnpm_[A-Za-z0-9]{36}/),
  shape('PyPI token', 'it begins as a PyPI token does', /\bpypi-AgEIcHlwaS5vcmc/),
  shape('OpenAI key', 'it begins as an OpenAI key does', /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9]{20}/),
  shape('Anthropic key', 'it begins as an Anthropic key does', /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{20}/),
  shape('Hugging Face token', 'it begins as a Hugging Face token does', /\bhf_[A-Za-z]{34}/),
  shape('DigitalOcean token', 'it begins as a DigitalOcean token does', /\bdo[opr]_v1_[0-9a-f]{64}/),
  shape('Databricks token', 'it begins as a Databricks token does', /\bdapi[0-9a-f]{32}/),
  shape('Shopify token', 'it begins as a Shopify token does', /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/),
  shape('Square token', 'it begins as a Square token does', /\bsq0(?:atp|csp)-[\w-]{22}/),
  shape('Vault token', 'it begins as a Vault token does', /\bhv[bs]\.[\w-]{24}/),
  shape('Atlassian token', 'it begins as an Atlassian token does', /\bATATT3[\w=-]{50}/),
  shape('New Relic key', 'it begins as a New Relic key does', /\bNRAK-[A-Z0-9]{27}/),
  shape('Telegram bot token', 'it has the form of a bot token', /\b\d{8,10}:AA[\w-]{33}\b/),
  shape('Azure storage key', 'it holds an account key', /\bAccountKey=[A-Za-z0-9+/=]{40}/),
  shape('age key', 'it begins as an age key does', /\bAGE-SECRET-KEY-1[A-Z0-9]{20}/),
  shape('authorization header', 'it is the value of an authorization header', /^(?:Basic|Bearer) [\w.+/=-]{16,}$/),
];

function shape(kind: string, because: string, pattern: RegExp): TokenShape {
  return { kind, because, pattern };
}
