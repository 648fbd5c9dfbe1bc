import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';

/** In which callers say who they are: to a function URL or an API, with a session, with an API key. */
const headers = ['authorization', 'cookie', 'x-amz-security-token', 'x-api-key'];

/** The names of headers that the web ACL itself keeps out of everything it stores; `undefined` where it is all of them. */
function protectedBy(webAcl: Resource | undefined): readonly Value[] | undefined {
  const fields = (webAcl?.read('DataProtectionConfig.DataProtections').items ?? [])
    .map((protection) => protection.read('Field'))
    .filter((field) => field.read('FieldType').is('SINGLE_HEADER'));
  const names = fields.map((field) => field.read('FieldKeys').items);
  return names.some((keys) => keys.length === 0) ? undefined : names.flat();
}

export default defineRule({
  id: 'waf-log-redaction',
  severity: 'low',
  title: 'the log of the firewall holds the credentials of callers',
  why: 'Each line of the log has all headers of a request, those with tokens and session cookies included. Whoever may read the log can be any of the callers until the token ends.',
  serviceDefault:
    'AWS WAF logs every header in plain text unless `RedactedFields`, or the data protection of the web ACL, names it (https://docs.aws.amazon.com/waf/latest/developerguide/logging-management-configure.html, https://docs.aws.amazon.com/waf/latest/developerguide/data-protection-masking.html).',
  fix: 'name `authorization`, `cookie`, `x-amz-security-token` and `x-api-key` in `RedactedFields` as `SingleHeader`, or use `ApiFirewall.managed()`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-5'], cwe: ['CWE-532'] },
  appliesTo: 'AWS::WAFv2::LoggingConfiguration',
  check: (logging) => {
    const fields = logging.read('RedactedFields');
    const kept = protectedBy(logging.read('ResourceArn').target);
    if (!kept) return [];
    const names = [...fields.items.map((field) => field.read('SingleHeader.Name')), ...kept];
    const missing = headers.filter((header) => !names.some((name) => name.text?.toLowerCase() === header));
    if (missing.length === 0) return [];
    const unsure = [...fields.items, ...names].find((value) => value.isUnknown);
    return unsure
      ? unknown(unsure)
      : fail(fields, { got: `a log with ${missing.join(', ')}`, wanted: missing.join(', ') });
  },
});
