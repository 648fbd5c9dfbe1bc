/** What is true of every request that a service of AWS makes to another: it is encrypted, with TLS 1.2 or newer. */
export const overTls = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2' } as const;
