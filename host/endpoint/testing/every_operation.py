"""Calls every operation of Step Functions by boto3 and holds the answers against botocore's own model.

Usage: python every_operation.py (AWS_ENDPOINT_URL_SFN says where). Writes what was called, and what is wrong, as JSON.
"""
import json
import sys

import boto3
from botocore.config import Config

BASE = "arn:aws:states:us-east-1:123456789012"
ROLE = "arn:aws:iam::123456789012:role/r"
PASS = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
LONG = json.dumps({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3600, "End": True}}})
MAP = json.dumps(
    {
        "StartAt": "M",
        "States": {
            "M": {
                "Type": "Map",
                "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    **json.loads(LONG),
                },
                "End": True,
            }
        },
    }
)

sfn = boto3.client(
    "stepfunctions",
    region_name="us-east-1",
    aws_access_key_id="test",
    aws_secret_access_key="test",
    config=Config(retries={"max_attempts": 0}),
)
called, problems = set(), []
TYPES = {"string": str, "boolean": bool, "integer": int, "long": int, "float": (int, float), "timestamp": (int, float)}


def check(shape, value, place):
    """What of an answer, as it came over the wire, is not what the model says."""
    if shape.type_name == "structure":
        for name in shape.required_members:
            if name not in value:
                problems.append(f"{place}.{name} is missing")
        for name, member in value.items():
            if name in shape.members:
                check(shape.members[name], member, f"{place}.{name}")
            else:
                problems.append(f"{place}.{name} is not in the model")
    elif shape.type_name == "list":
        for i, item in enumerate(value):
            check(shape.member, item, f"{place}[{i}]")
    elif shape.type_name == "map":
        for name, member in value.items():
            check(shape.value, member, f"{place}.{name}")
    elif not isinstance(value, TYPES[shape.type_name]):
        problems.append(f"{place} is {value!r}, not of type {shape.type_name}")
    elif getattr(shape, "enum", None) and value not in shape.enum:
        problems.append(f"{place} is {value!r}, none of {shape.enum}")
    elif isinstance(value, str):
        bounds = shape.metadata
        if not bounds.get("min", 0) <= len(value) <= bounds.get("max", len(value)):
            problems.append(f"{place} has {len(value)} characters")


def after_call(http_response, model, **_):
    called.add(model.name)
    if http_response.status_code == 200:
        check(model.output_shape, json.loads(http_response.content), model.name)


sfn.meta.events.register("after-call.stepfunctions.*", after_call)


def machine(name, definition, **more):
    return sfn.create_state_machine(name=name, definition=definition, roleArn=ROLE, **more)["stateMachineArn"]


def refused(code, call, **request):
    try:
        call(**request)
    except sfn.exceptions.ClientError as error:
        if error.response["Error"]["Code"] == code:
            return
        problems.append(f"{code} was expected: {error}")
    else:
        problems.append(f"{code} was expected, and nothing was refused")


def main():
    arn = machine("boto", PASS, publish=True, versionDescription="first", tags=[{"key": "k", "value": "v"}])
    sfn.update_state_machine(stateMachineArn=arn, tracingConfiguration={"enabled": True}, publish=True)
    sfn.describe_state_machine(stateMachineArn=arn)
    sfn.validate_state_machine_definition(definition="{", severity="WARNING")
    sfn.publish_state_machine_version(stateMachineArn=arn)
    sfn.list_state_machine_versions(stateMachineArn=arn)
    alias = sfn.create_state_machine_alias(
        name="PROD", routingConfiguration=[{"stateMachineVersionArn": f"{arn}:1", "weight": 100}]
    )["stateMachineAliasArn"]
    sfn.update_state_machine_alias(stateMachineAliasArn=alias, description="d")
    sfn.describe_state_machine_alias(stateMachineAliasArn=alias)
    sfn.list_state_machine_aliases(stateMachineArn=arn)
    execution = sfn.start_execution(stateMachineArn=alias, input='{"a": 1}', traceHeader="Root=1")["executionArn"]
    sfn.describe_execution(executionArn=execution)
    sfn.describe_state_machine_for_execution(executionArn=execution)
    sfn.get_execution_history(executionArn=execution)
    sfn.get_execution_history(executionArn=execution, includeExecutionData=False, reverseOrder=True)
    for name in ("e1", "e2", "e3"):
        sfn.start_execution(stateMachineArn=arn, name=name)
    pages = sfn.get_paginator("list_executions").paginate(stateMachineArn=arn, PaginationConfig={"PageSize": 2})
    found = [each["name"] for page in pages for each in page["executions"]]
    if found[:3] != ["e3", "e2", "e1"]:
        problems.append(f"list_executions gave {found}")
    sfn.list_state_machines()
    sfn.delete_state_machine_alias(stateMachineAliasArn=alias)
    sfn.delete_state_machine_version(stateMachineVersionArn=f"{arn}:1")
    sfn.tag_resource(resourceArn=arn, tags=[{"key": "x", "value": "y"}])
    sfn.list_tags_for_resource(resourceArn=arn)
    sfn.untag_resource(resourceArn=arn, tagKeys=["x"])

    long = sfn.start_execution(stateMachineArn=machine("boto-long", LONG), name="l")["executionArn"]
    refused("ExecutionNotRedrivable", sfn.redrive_execution, executionArn=long)
    sfn.stop_execution(executionArn=long, error="E", cause="C")
    sfn.redrive_execution(executionArn=long)
    sfn.describe_execution(executionArn=long)

    mapped = sfn.start_execution(stateMachineArn=machine("boto-map", MAP), input="[1, 2]")["executionArn"]
    run = sfn.list_map_runs(executionArn=mapped)["mapRuns"][0]["mapRunArn"]
    sfn.describe_map_run(mapRunArn=run)
    sfn.update_map_run(mapRunArn=run, maxConcurrency=5)
    sfn.list_executions(mapRunArn=run)

    express = machine("boto-express", PASS, type="EXPRESS")
    sfn.start_sync_execution(stateMachineArn=express, input="[1]")
    sfn.test_state(definition='{"Type": "Pass", "End": true}', roleArn=ROLE, inspectionLevel="TRACE")

    activity = sfn.create_activity(name="boto")["activityArn"]
    sfn.describe_activity(activityArn=activity)
    sfn.list_activities()
    task = json.dumps({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": activity, "End": True}}})
    acting = machine("boto-task", task)
    for end in ("success", "failure"):
        sfn.start_execution(stateMachineArn=acting, name=end)
        token = sfn.get_activity_task(activityArn=activity, workerName="w")["taskToken"]
        sfn.send_task_heartbeat(taskToken=token)
        if end == "success":
            sfn.send_task_success(taskToken=token, output="{}")
        else:
            sfn.send_task_failure(taskToken=token, error="E")
        refused("TaskTimedOut", sfn.send_task_heartbeat, taskToken=token)
    sfn.delete_activity(activityArn=activity)
    refused("ActivityDoesNotExist", sfn.describe_activity, activityArn=activity)
    sfn.delete_state_machine(stateMachineArn=arn)
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=arn)


main()
json.dump({"called": sorted(called), "problems": problems}, sys.stdout)
