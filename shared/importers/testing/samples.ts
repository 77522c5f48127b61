/** A file of a format, and the machines in it by id: how each of them can be opened. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly machines: Readonly<Record<string, 'inPlace' | 'copy' | 'elsewhere'>>;
}

const inYaml = (indent: number) =>
  `# What happens to an order.
Comment: Orders
StartAt: Load
States:
  Load:
    Type: Task   # in a function
    Resource: !GetAtt Loader.Arn
    Parameters: {Table: !Ref Orders, rate: 1.0}
    Next: Wait

  Wait:
    Type: Wait
    Seconds: 5
    End: true
  # The end.
`.replace(/^(?=.)/gm, ' '.repeat(indent));

const inJson = `{
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Task", "Resource": "\${LoaderArn}", "Next": "Wait" },
    "Wait": { "Type": "Wait", "Seconds": 5, "End": true }
  }
}
`;

const inJsonLines = (indent: number) => inJson.replace(/^(?=.)/gm, ' '.repeat(indent));
const minified = JSON.stringify(JSON.parse(inJson));

/** Files as people have them, by the id of the importer that they are for. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  'aws-answer': [
    {
      name: 'answer.json',
      text: `${JSON.stringify(
        {
          stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:orders',
          name: 'orders',
          status: 'ACTIVE',
          definition: inJson,
          roleArn: 'arn:aws:iam::123456789012:role/orders',
          creationDate: 1.7e9,
        },
        null,
        4,
      )}\n`,
      machines: { orders: 'inPlace' },
    },
    {
      name: 'answer.yaml',
      text: `definition: '${minified}'\nstateMachineArn: arn:aws:states:eu-west-1:123456789012:stateMachine:a\n`,
      machines: { a: 'inPlace' },
    },
  ],
  sam: [
    {
      name: 'template.yaml',
      text: `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31   # SAM
Resources:
  Loader:
    Type: AWS::Serverless::Function
    Properties: {Handler: index.handler, CodeUri: !Sub "s3://\${Bucket}/x"}
  OrderMachine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
${inYaml(8)}      DefinitionSubstitutions:
        Delay: 5
        LoaderArn: !GetAtt Loader.Arn
      Policies: [AWSLambdaRole]   # all of them
  NightMachine:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: machines/night.asl.json
Outputs:
  Machine: {Value: !Ref OrderMachine}
`,
      machines: { OrderMachine: 'inPlace', NightMachine: 'elsewhere' },
    },
    {
      name: 'template.json',
      text: `{
    "Transform": "AWS::Serverless-2016-10-31",
    "Resources": {
        "Orders": {
            "Type": "AWS::Serverless::StateMachine",
            "Properties": { "Definition": ${inJsonLines(12).trim()}, "Tracing": { "Enabled": true } }
        }
    }
}
`,
      machines: { Orders: 'inPlace' },
    },
    {
      name: 'anchors.yml',
      text: `Transform: AWS::Serverless-2016-10-31
Mappings: {Retry: {All: &retry {Max: 3}}}
Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: A
        States:
          A: {Type: Pass, Result: *retry, End: true}
`,
      machines: { Orders: 'copy' },
    },
  ],
  cdk: [
    {
      name: 'Orders.template.json',
      text: `${JSON.stringify(
        {
          Resources: {
            Orders4F8B: {
              Type: 'AWS::StepFunctions::StateMachine',
              Properties: {
                RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
                DefinitionString: {
                  'Fn::Join': [
                    '',
                    [
                      '{"StartAt":"Load","States":{"Load":{"Type":"Task","Resource":"arn:',
                      { Ref: 'AWS::Partition' },
                      ':states:::lambda:invoke","Parameters":{"FunctionName":"',
                      { 'Fn::GetAtt': ['Loader1A2B', 'Arn'] },
                      '"},"End":true}}}',
                    ],
                  ],
                },
              },
              Metadata: { 'aws:cdk:path': 'Stack/Orders/Resource' },
            },
          },
        },
        null,
        1,
      )}\n`,
      machines: { Orders4F8B: 'copy' },
    },
  ],
  cloudformation: [
    {
      name: 'stack.yaml',
      text: `Resources:
  Text:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
${inJsonLines(8)}      RoleArn: !GetAtt Role.Arn
  Sub:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |-
${inJsonLines(10)}
  LongSub:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString:
        Fn::Sub:
          - >
${inJsonLines(12)}          - LoaderArn: !GetAtt Loader.Arn
  SubList:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub
        - |
${inJsonLines(12)}        - {LoaderArn: !GetAtt Loader.Arn}
  SubFlow: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: !Sub ['${minified}', {LoaderArn: x}]}}
  Quoted:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: "${minified.replaceAll('"', '\\"')}"   # short
  Single: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: '${minified}'}}
  Object:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
${inYaml(10)}
      RoleArn: !GetAtt Role.Arn
  Joined:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Join ['', ['{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"', !GetAtt F.Arn, '","End":true}}}']]
  Bucket:
    Type: AWS::StepFunctions::StateMachine
    Properties: {DefinitionS3Location: {Bucket: b, Key: k}}
`,
      machines: {
        Text: 'inPlace',
        Sub: 'inPlace',
        LongSub: 'inPlace',
        SubList: 'inPlace',
        SubFlow: 'inPlace',
        Quoted: 'inPlace',
        Single: 'inPlace',
        Object: 'inPlace',
        Joined: 'copy',
        Bucket: 'elsewhere',
      },
    },
  ],
  serverless: [
    {
      name: 'serverless.yml',
      text: `service: orders   # the shop
plugins: [serverless-step-functions]
functions:
  load: {handler: load.handler}
stepFunctions:
  validate: true
  stateMachines:
    orders:
      name: orders-\${opt:stage}
      definition:
${inYaml(8)}      retain: true
    night:
      definition: \${file(machines/night.yml)}
resources:
  Resources:
    Plain:
      Type: AWS::StepFunctions::StateMachine
      Properties:
        DefinitionString: '${minified}'
`,
      machines: { orders: 'inPlace', night: 'elsewhere', Plain: 'inPlace' },
    },
  ],
  terraform: [
    {
      name: 'main.tf',
      text: `# The shop.
variable "wait" { default = { "a" = "}" } }

resource "aws_sfn_state_machine" "lines" {
  name       = "orders-\${var.stage}" /* } */
  definition = <<-EOF
${inJsonLines(4).replace('5', '${var.wait}').replace('${LoaderArn}', '${aws_lambda_function.load.arn}')}  EOF
  type       = "STANDARD"
}

resource "aws_sfn_state_machine" "json" {
  definition = jsonencode(${inJsonLines(2).trim()})
}

resource "aws_sfn_state_machine" "hcl" {
  definition = jsonencode({
    StartAt = "Load" # first
    States = {
      Load = {
        Type     = "Task"
        Resource = aws_lambda_function.load.arn
        Retry = [{ ErrorEquals = ["States.ALL"], MaxAttempts = var.attempts + 1 }]
        Next = "Wait", // then
      }
      "Wait" : { Type = "Wait", Seconds = 5, Comment = "for \${var.who}, $\${plain}", End = true }
    }
  })
}

resource "aws_sfn_state_machine" "file" {
  definition = templatefile("\${path.module}/night.asl.json", { Arn = aws_lambda_function.load.arn })
}

module "step_function" {
  source     = "terraform-aws-modules/step-functions/aws"
  definition = <<EOF
${inJson}EOF
}
`,
      machines: { lines: 'inPlace', json: 'inPlace', hcl: 'copy', file: 'elsewhere', step_function: 'inPlace' },
    },
  ],
};
