const { S3 } = require('@aws-sdk/client-s3');
const { call } = require('./call-by-name');

exports.handler = (event) => call(new S3({}), event.name);
