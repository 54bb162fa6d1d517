"""Groups: make, change, list and delete them, put users into them, and see what the tokens say."""

import base64
import json
from datetime import datetime

import boto3
from refused import refused

cognito = boto3.client("cognito-idp")
pool_id = cognito.create_user_pool(PoolName="boto3")["UserPool"]["Id"]
client_id = cognito.create_user_pool_client(
    UserPoolId=pool_id,
    ClientName="admin",
    ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]["ClientId"]
admins, authors = [f"arn:aws:iam::000000000000:role/{name}" for name in ("admins", "authors")]

for username in ("ada", "eve", "kim"):
    cognito.admin_create_user(UserPoolId=pool_id, Username=username, MessageAction="SUPPRESS")
    cognito.admin_set_user_password(UserPoolId=pool_id, Username=username, Password="Correct-horse-1", Permanent=True)

made = cognito.create_group(UserPoolId=pool_id, GroupName="admins", Description="who may", Precedence=0, RoleArn=admins)
group = made["Group"]
assert isinstance(group["CreationDate"], datetime) and group["Precedence"] == 0, group
assert cognito.get_group(UserPoolId=pool_id, GroupName="admins")["Group"] == group
refused("GroupExistsException", cognito.create_group, UserPoolId=pool_id, GroupName="admins")
refused("ResourceNotFoundException", cognito.get_group, UserPoolId=pool_id, GroupName="nobody")
refused("ResourceNotFoundException", cognito.update_group, UserPoolId=pool_id, GroupName="nobody")
refused("ResourceNotFoundException", cognito.delete_group, UserPoolId=pool_id, GroupName="nobody")
refused("ResourceNotFoundException", cognito.list_users_in_group, UserPoolId=pool_id, GroupName="nobody")
refused("ResourceNotFoundException", cognito.list_groups, UserPoolId="us-east-1_nobody")

cognito.create_group(UserPoolId=pool_id, GroupName="authors", Precedence=7)
changed = cognito.update_group(UserPoolId=pool_id, GroupName="authors", RoleArn=authors)["Group"]
assert changed["RoleArn"] == authors and changed["Precedence"] == 7, changed
cognito.create_group(UserPoolId=pool_id, GroupName="readers")


def add(username, group):
    return cognito.admin_add_user_to_group(UserPoolId=pool_id, Username=username, GroupName=group)


refused("UserNotFoundException", add, username="nobody", group="admins")
refused("ResourceNotFoundException", add, username="ada", group="nobody")
refused("UserNotFoundException", cognito.admin_list_groups_for_user, UserPoolId=pool_id, Username="nobody")
for username in ("ada", "eve", "kim"):
    add(username, "readers")
add("ada", "authors")
add("ada", "admins")
add("ada", "admins")


def listed(operation, result, key, **more):
    paginator = cognito.get_paginator(operation)
    pages = paginator.paginate(UserPoolId=pool_id, PaginationConfig={"PageSize": 2}, **more)
    return [[entry[key] for entry in page[result]] for page in pages]


by_two = [["admins", "authors"], ["readers"]]
assert listed("list_groups", "Groups", "GroupName") == by_two
assert listed("admin_list_groups_for_user", "Groups", "GroupName", Username="ada") == by_two
members = listed("list_users_in_group", "Users", "Username", GroupName="readers")
assert [len(page) for page in members] == [2, 1] and sorted(sum(members, [])) == ["ada", "eve", "kim"], members


def claims(token):
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


signed_in = cognito.admin_initiate_auth(
    UserPoolId=pool_id,
    ClientId=client_id,
    AuthFlow="ADMIN_USER_PASSWORD_AUTH",
    AuthParameters={"USERNAME": "ada", "PASSWORD": "Correct-horse-1"},
)["AuthenticationResult"]
in_id, in_access = claims(signed_in["IdToken"]), claims(signed_in["AccessToken"])
assert in_id["cognito:groups"] == in_access["cognito:groups"] == ["admins", "authors", "readers"], in_id
assert in_id["cognito:roles"] == [admins, authors] and in_id["cognito:preferred_role"] == admins, in_id
assert "cognito:roles" not in in_access and "cognito:preferred_role" not in in_access, in_access

# What changes acts on the next token.
cognito.admin_remove_user_from_group(UserPoolId=pool_id, Username="ada", GroupName="readers")
cognito.delete_group(UserPoolId=pool_id, GroupName="admins")
refreshed = cognito.admin_initiate_auth(
    UserPoolId=pool_id,
    ClientId=client_id,
    AuthFlow="REFRESH_TOKEN_AUTH",
    AuthParameters={"REFRESH_TOKEN": signed_in["RefreshToken"]},
)["AuthenticationResult"]
in_id = claims(refreshed["IdToken"])
assert in_id["cognito:groups"] == ["authors"] and in_id["cognito:preferred_role"] == authors, in_id

cognito.admin_delete_user(UserPoolId=pool_id, Username="kim")
assert sum(listed("list_users_in_group", "Users", "Username", GroupName="readers"), []) == ["eve"]
cognito.delete_user_pool(UserPoolId=pool_id)
refused("ResourceNotFoundException", cognito.list_groups, UserPoolId=pool_id)

print("done")
