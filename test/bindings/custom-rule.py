"""A rule that is written in Python, run in the gate of an app that is written in Python."""

import json
import sys

import jsii
from aws_cdk import App, CfnParameter, CfnResource, Stack
from cdk_secure_serverless import (
    ICustomRule,
    RuleFinding,
    RuleLevel,
    RuleLevelKind,
    RuleSeverity,
    RuleValueState,
    ServerlessSecurityChecks,
)


@jsii.implements(ICustomRule)
class QueueName:
    @property
    def id(self):
        return "acme-queue-name"

    @property
    def severity(self):
        return RuleSeverity.HIGH

    @property
    def title(self):
        return "the queue has no name of ours"

    @property
    def why(self):
        return "Whoever is on call finds the queue of a team by its name."

    @property
    def fix(self):
        return "set `QueueName` to a text that starts with `acme-`"

    @property
    def resource_types(self):
        return ["AWS::SQS::Queue"]

    def check(self, resource):
        name = resource.read("QueueName")
        if name.state == RuleValueState.UNKNOWN:
            return [RuleFinding.cannot_tell("QueueName", name.because)]
        if name.text is not None and name.text.startswith("acme-"):
            return []
        return [RuleFinding.wrong("QueueName", 'a name that starts with "acme-"')]


app = App()
stack = Stack(app, "Orders")
CfnResource(stack, "Right", type="AWS::SQS::Queue", properties={"QueueName": "acme-orders"})
CfnResource(stack, "Wrong", type="AWS::SQS::Queue", properties={"QueueName": "orders"})
CfnResource(stack, "Untold", type="AWS::SQS::Queue", properties={"QueueName": CfnParameter(stack, "Name").value_as_string})

gate = ServerlessSecurityChecks(
    app,
    custom_rules=[QueueName()],
    levels=[RuleLevel(rule="s3-versioning", level=RuleLevelKind.ERROR)],
)
report = gate.validate_scope(app)
json.dump(
    [
        [violation.rule_name, violation.severity, resource.construct_path]
        for violation in report.violations
        for resource in violation.violating_resources
        if violation.rule_name.startswith("acme-")
    ],
    sys.stdout,
)
