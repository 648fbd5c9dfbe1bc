import { may, runsAs } from './play';

/** A function whose role may delete what is in a table, as the resources of a template. */
export const handler = `
  Stock:
    Type: AWS::DynamoDB::Table
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: stock
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [dynamodb:GetItem, dynamodb:DeleteItem]
                Resource: !GetAtt Stock.Arn
  Ship:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
`;

/** The same, but the role may only read. */
export const reader = handler.replace(', dynamodb:DeleteItem', '');

/** What comes after an event has reached the function. */
export const afterwards = [runsAs('Ship', 'Role'), may('Role', 'dynamodb:DeleteItem', 'Stock')];
