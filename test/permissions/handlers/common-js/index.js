'use strict';
const { SQSClient } = require('@aws-sdk/client-sqs');
const commands = require('./commands');

exports.handler = async () => new SQSClient({}).send(new commands.SendMessageCommand({}));
