export {
  DeleteRuleCommand,
  EventBridgeClient as Client,
  PutEventsCommand as Publish,
} from '@aws-sdk/client-eventbridge';
