import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { environmentOf, environmentTypes } from './reading/environment';

/** Variables that runtimes and clients read, with the values that make them take any certificate. */
const trustingAll: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:1|true|yes|on)$/i,
  NPM_CONFIG_STRICT_SSL: /^(?:false|0|null)?$/i,
  PGSSLMODE: /^(?:disable|allow|prefer)$/i,
};

/** What authors call a switch of their own. */
const ownSwitches: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [
    /^(?:TLS_|SSL_|HTTPS_)?REJECT_?UNAUTHORIZED$|^(?:VERIFY_(?:SSL|TLS|CERTS?)|(?:SSL|TLS)_VERIFY)$/i,
    /^(?:false|0|no|off)$/i,
  ],
  [
    /^(?:SSL|TLS)_?(?:INSECURE|SKIP_VERIFY|NO_VERIFY)$|^(?:INSECURE|SKIP)_(?:SSL|TLS)(?:_VERIFY)?$/i,
    /^(?:true|1|yes|on)$/i,
  ],
];

function patternFor(name: string): RegExp | undefined {
  const known = Object.entries(trustingAll).find(([variable]) => variable === name.toUpperCase());
  return known?.[1] ?? ownSwitches.find(([names]) => names.test(name))?.[1];
}

export default defineRule({
  id: 'lambda-env-tls-off',
  severity: 'high',
  title: 'the function accepts any certificate, or talks without TLS',
  why:
    'Whoever is on the way between the function and what it calls shows a certificate of their own, and the function takes it. ' +
    'They read the credentials and data that it sends, and answer what they like.',
  serviceDefault:
    'Runtimes check certificates unless a variable says otherwise; Lambda passes on the variables as they are (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).',
  fix: 'remove the variable; give the certificate of a private authority with `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`',
  references: { owaspServerless: ['S3', 'S6'], csaServerless: ['SAS-3'], cwe: ['CWE-295'] },
  notes:
    'Looks at what Node.js (https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue), Python (PEP 493), git, npm and libpq read, and at names such as `TLS_REJECT_UNAUTHORIZED` and `SSL_VERIFY`.',
  appliesTo: environmentTypes,
  check: (fn) =>
    environmentOf(fn).map(([name, value]) => {
      const pattern = patternFor(name);
      if (!pattern) return pass();
      if (value.isUnknown) return unknown(value);
      return pattern.test(String(value.scalar ?? '').trim()) ? fail(value, { wanted: 'no such variable' }) : pass();
    }),
});
