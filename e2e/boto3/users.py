"""What administrators do with users: make, find, change, disable and delete them."""

from datetime import datetime

import boto3
from refused import refused

cognito = boto3.client("cognito-idp")
pool_id = cognito.create_user_pool(PoolName="boto3", AutoVerifiedAttributes=["email"])["UserPool"]["Id"]
client_id = cognito.create_user_pool_client(
    UserPoolId=pool_id,
    ClientName="admin",
    ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
)["UserPoolClient"]["ClientId"]


def attributes_of(user):
    return {entry["Name"]: entry["Value"] for entry in user.get("UserAttributes", user.get("Attributes", []))}


def get(username):
    return cognito.admin_get_user(UserPoolId=pool_id, Username=username)


def sign_in(username, password):
    return cognito.admin_initiate_auth(
        UserPoolId=pool_id,
        ClientId=client_id,
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": username, "PASSWORD": password},
    )


for index in range(5):
    made = cognito.admin_create_user(
        UserPoolId=pool_id,
        Username=f"user{index}",
        TemporaryPassword="Temporary-1",
        MessageAction="SUPPRESS",
        UserAttributes=[
            {"Name": "email", "Value": f"user{index}@example.com"},
            {"Name": "email_verified", "Value": "true"},
            {"Name": "name", "Value": "Ada" if index < 2 else "Grace"},
        ],
    )["User"]
    assert made["UserStatus"] == "FORCE_CHANGE_PASSWORD" and made["Enabled"], made
    assert isinstance(made["UserCreateDate"], datetime)
refused("UsernameExistsException", cognito.admin_create_user, UserPoolId=pool_id, Username="user0")

# Listing, page by page and filtered.
pages = list(cognito.get_paginator("list_users").paginate(UserPoolId=pool_id, PaginationConfig={"PageSize": 2}))
assert [len(page["Users"]) for page in pages] == [2, 2, 1], pages
assert sorted(user["Username"] for page in pages for user in page["Users"]) == [f"user{i}" for i in range(5)]


def found(filter, **more):
    users = cognito.list_users(UserPoolId=pool_id, Filter=filter, **more)["Users"]
    return sorted(user["Username"] for user in users)


assert found('email = "user3@example.com"') == ["user3"]
assert found('name ^= "Gr"') == ["user2", "user3", "user4"]
assert found('username = "user1"') == ["user1"]
assert found('cognito:user_status = "CONFIRMED"') == []
assert found('status = "Enabled"') == [f"user{i}" for i in range(5)]
only = cognito.list_users(UserPoolId=pool_id, Filter='username = "user1"', AttributesToGet=["email"])["Users"]
assert attributes_of(only[0]) == {"email": "user1@example.com"}, only
refused("InvalidParameterException", cognito.list_users, UserPoolId=pool_id, Filter="email is mine")

# Changing.
cognito.admin_update_user_attributes(
    UserPoolId=pool_id, Username="user0", UserAttributes=[{"Name": "nickname", "Value": "Ró"}]
)
assert attributes_of(get("user0"))["nickname"] == "Ró"
cognito.admin_delete_user_attributes(UserPoolId=pool_id, Username="user0", UserAttributeNames=["nickname"])
assert "nickname" not in attributes_of(get("user0"))

# Passwords.
answer = sign_in("user0", "Temporary-1")
assert answer["ChallengeName"] == "NEW_PASSWORD_REQUIRED", answer
answer = cognito.admin_respond_to_auth_challenge(
    UserPoolId=pool_id,
    ClientId=client_id,
    ChallengeName="NEW_PASSWORD_REQUIRED",
    Session=answer["Session"],
    ChallengeResponses={"USERNAME": "user0", "NEW_PASSWORD": "Correct-Horse-1"},
)
assert answer["AuthenticationResult"]["ExpiresIn"] == 3600
assert get("user0")["UserStatus"] == "CONFIRMED"
cognito.admin_set_user_password(UserPoolId=pool_id, Username="user1", Password="Correct-Horse-1", Permanent=True)
access_token = sign_in("user1", "Correct-Horse-1")["AuthenticationResult"]["AccessToken"]
assert cognito.get_user(AccessToken=access_token)["Username"] == "user1"
refused(
    "InvalidPasswordException",
    cognito.admin_set_user_password,
    UserPoolId=pool_id,
    Username="user1",
    Password="short",
    Permanent=True,
)
cognito.admin_reset_user_password(UserPoolId=pool_id, Username="user1")
assert get("user1")["UserStatus"] == "RESET_REQUIRED"
refused("PasswordResetRequiredException", sign_in, username="user1", password="Correct-Horse-1")

# Disabling and deleting.
cognito.admin_disable_user(UserPoolId=pool_id, Username="user0")
assert get("user0")["Enabled"] is False
refused("NotAuthorizedException", sign_in, username="user0", password="Correct-Horse-1")
cognito.admin_enable_user(UserPoolId=pool_id, Username="user0")
tokens = sign_in("user0", "Correct-Horse-1")["AuthenticationResult"]
cognito.admin_user_global_sign_out(UserPoolId=pool_id, Username="user0")
refused("NotAuthorizedException", cognito.get_user, AccessToken=tokens["AccessToken"])
cognito.admin_delete_user(UserPoolId=pool_id, Username="user0")
try:
    get("user0")
    raise AssertionError("a deleted user was found")
except cognito.exceptions.UserNotFoundException:
    pass
cognito.delete_user_pool(UserPoolId=pool_id)
print("done")
