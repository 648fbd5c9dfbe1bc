// Required before an app: its peers, and those of the library, come from the second installation, of the newest versions.
const { Module, createRequire } = require('node:module');
const { join, sep } = require('node:path');

const home = join(__dirname, '..', 'test', '.newest');
const newest = createRequire(join(home, 'package.json'));
const peer = /^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/;
const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function (request, parent, ...rest) {
  const redirected = peer.test(request) && !parent?.filename?.startsWith(home + sep);
  return redirected ? newest.resolve(request) : resolveFilename.call(this, request, parent, ...rest);
};
