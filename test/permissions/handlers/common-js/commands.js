'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ReceiveMessageCommand = exports.SendMessageCommand = void 0;
var client_sqs_1 = require('@aws-sdk/client-sqs');
Object.defineProperty(exports, 'SendMessageCommand', {
  enumerable: true,
  get: function () {
    return client_sqs_1.SendMessageCommand;
  },
});
exports.ReceiveMessageCommand = client_sqs_1.ReceiveMessageCommand;
